import { paths } from '../../charter/paths.ts'
import { operator } from '../../charter/policy.ts'
import type { State } from '../../charter/states.ts'
import type { Day } from '../../kernel/day.ts'
import type { Reader } from '../../platform/reader.ts'
import { Fields } from '../../ui/facts.tsx'
import { SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useFormats, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { StateMark } from '../../ui/state.tsx'
import { Instant } from '../../ui/time.tsx'
import { grantWords } from '../messages/grants.ts'
import { roleWords } from '../messages/roles.ts'
import { type GrantState, type RoleGrant, stateOn } from '../rules/grants.ts'

const shapes: Record<GrantState, State> = { 'in-force': 'doing', future: 'todo', past: 'done' }

export function GrantMark({ grant, today }: { readonly grant: RoleGrant; readonly today: Day }) {
  const t = useWords(grantWords)
  const state = stateOn(today, grant)
  return <StateMark state={shapes[state]} label={t(`state.${state}`)} />
}

export function GrantTerm({ grant: { from, to, endedOn } }: { readonly grant: RoleGrant }) {
  const t = useWords(grantWords)
  const { day } = useFormats()
  return (
    <>
      {to ? t('sinceTo', { from: day(from), to: day(to) }) : t('since', { from: day(from) })}
      {endedOn && <span class="quiet">, {t('endedOn', { day: day(endedOn) })}</span>}
    </>
  )
}

export interface GrantPageProps {
  readonly reader: Reader
  readonly today: Day
  readonly grant: RoleGrant
  readonly names: ReadonlyMap<string, string | null>
  readonly scope: string
  readonly done: 'concesso' | 'terminato' | null
}

export function GrantPage(props: GrantPageProps) {
  const { reader, today, grant, names, scope, done } = props
  const t = wordsFor(reader, grantWords)
  const role = wordsFor(reader, roleWords)(`role.${grant.role}`)
  const name = names.get(grant.personId) ?? t('erased')
  const giver = grant.grantedBy === operator.id ? t('operator') : (names.get(grant.grantedBy) ?? t('erased'))
  return (
    <Page
      reader={reader}
      title={`${name}, ${role}`}
      trail={[{ label: t('title'), to: paths.grants }, { label: name }]}
      address={paths.grant(grant.id)}
    >
      <div class="container">
        {done && (
          <Notice kind="done" live title={t(`done.${done}`)}>
            <p>{t(`done.${done}Next`)}</p>
          </Notice>
        )}
        <PageHead title={name} kicker={[role, scope]} verdict={<GrantMark grant={grant} today={today} />} />
        <Fields
          items={[
            { term: t('role'), details: role },
            { term: t('scope'), details: scope },
            { term: t('term'), details: <GrantTerm grant={grant} /> },
            { term: t('grantedBy'), details: giver },
            { term: t('grantedAt'), details: <Instant at={grant.grantedAt} /> },
          ]}
        />
        {stateOn(today, grant) !== 'past' && (
          <Section id="fine" title={t('end')} lead={t('endLead')}>
            <Form action={paths.grantEnd(grant.id)}>
              <SubmitButton kind="danger">{t('endButton', { name })}</SubmitButton>
            </Form>
          </Section>
        )}
      </div>
    </Page>
  )
}
