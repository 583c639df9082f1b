import { paths } from '../../charter/paths.ts'
import { type Desk, router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { SelectField } from '../../ui/choice.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useFormats, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { type Comparison, compareEditions } from '../comparison.ts'
import type { ListedAction } from '../listing.ts'
import { compareMessages } from '../messages/compare.ts'
import { planMessages } from '../messages/plan.ts'
import { type Edition, listEditions } from '../store/editions.ts'
import { type LineageEnd, lineageBetween } from '../store/lineage.ts'
import { listActions } from '../views.ts'
import { yearsOf } from './words.tsx'

export const comparePages = router()

comparePages.get(paths.planCompare, async (c) => {
  const { db, reader } = c.var
  const editions = await listEditions(db)
  const [latest, former] = editions
  const pick = (name: string, otherwise: (typeof editions)[number] | undefined) =>
    editions.find(({ code }) => code === c.req.query(name)) ?? otherwise
  // The earlier edition is the one compared from, whichever was chosen first.
  const [from, to] = [pick('da', former), pick('a', latest)].flatMap((one) => one ?? []).toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const chosen = from && to ? { from, to } : null
  const comparison = chosen && chosen.from.code !== chosen.to.code ? await compared(c.var, chosen) : null
  return c.html(<ComparePage reader={reader} editions={editions} chosen={chosen} comparison={comparison} />)
})

interface Chosen {
  readonly from: Edition & { readonly actions: number }
  readonly to: Edition & { readonly actions: number }
}

async function compared({ db, today }: Desk, { from, to }: Chosen): Promise<Comparison> {
  const links = await lineageBetween(db, from.code, to.code, today)
  return compareEditions(await listActions(db, from, today), await listActions(db, to, today), links)
}

interface CompareProps {
  readonly reader: Reader
  readonly editions: readonly Edition[]
  readonly chosen: Chosen | null
  readonly comparison: Comparison | null
}

function ComparePage({ reader, editions, chosen, comparison }: CompareProps) {
  const t = wordsFor(reader, compareMessages)
  const p = wordsFor(reader, planMessages)
  return (
    <Page
      reader={reader}
      title={t('title')}
      description={t('lead')}
      section="plan"
      trail={[{ label: p('plan'), to: paths.plan }, { label: t('title') }]}
    >
      <div class="container">
        <PageHead title={t('title')} lead={t('lead')} />
        {editions.length < 2 || !chosen ? (
          <Empty>
            <p>{t('needTwo')}</p>
          </Empty>
        ) : (
          <>
            <Choice editions={editions} chosen={chosen} />
            {comparison ? (
              <Outcome chosen={chosen} comparison={comparison} />
            ) : (
              <Notice>
                <p>{t('sameEdition')}</p>
              </Notice>
            )}
          </>
        )}
      </div>
    </Page>
  )
}

function Choice({ editions, chosen: { from, to } }: { readonly editions: readonly Edition[]; readonly chosen: Chosen }) {
  const t = useWords(compareMessages)
  const options = editions.map(({ code }) => ({ value: code, label: yearsOf(code) }))
  const filled = { values: { da: from.code, a: to.code }, errors: {} }
  return (
    <Form action={paths.planCompare} method="get" class="form">
      <SelectField name="da" label={t('from')} options={options} empty={null} {...filled} />
      <SelectField name="a" label={t('to')} options={options} empty={null} {...filled} />
      <SubmitButton>{t('show')}</SubmitButton>
    </Form>
  )
}

function Outcome({ chosen: { from, to }, comparison }: { readonly chosen: Chosen; readonly comparison: Comparison }) {
  const t = useWords(compareMessages)
  const { linked, sameCode, onlyFrom, onlyTo } = comparison
  if (linked.length + sameCode.length + onlyFrom.length + onlyTo.length === 0) {
    return (
      <Empty>
        <p>{t('nothing')}</p>
      </Empty>
    )
  }
  return (
    <>
      {[from, to]
        .filter(({ actions }) => actions === 0)
        .map(({ code }) => (
          <Notice>
            <p>{t('noneLoaded', { years: yearsOf(code) })}</p>
          </Notice>
        ))}
      {linked.map((group) => (
        <Linked group={group} from={from} to={to} />
      ))}
      {sameCode.length > 0 && (
        <Section id="stesso-codice" title={t('sameCode')} lead={t('sameCodeLead')}>
          <Table
            caption={t('sameCode')}
            captionHidden
            rows={sameCode}
            columns={[
              { label: t('code'), rowHeader: true, cell: (pair) => <span class="code">{pair.from.code}</span> },
              { label: t('inFrom', { years: yearsOf(from.code) }), cell: (pair) => <ActionLink edition={from.code} action={pair.from} /> },
              { label: t('inTo', { years: yearsOf(to.code) }), cell: (pair) => <ActionLink edition={to.code} action={pair.to} /> },
            ]}
          />
        </Section>
      )}
      {/* Where the actions of one edition are not here, nobody can say that the other's are only there. */}
      {from.actions > 0 && to.actions > 0 && (
        <>
          <Only id="solo-prima" edition={from.code} actions={onlyFrom} />
          <Only id="solo-dopo" edition={to.code} actions={onlyTo} />
        </>
      )}
    </>
  )
}

function Linked({ group: { kind, links }, from, to }: Pick<Chosen, 'from' | 'to'> & { readonly group: Comparison['linked'][number] }) {
  const t = useWords(compareMessages)
  const p = useWords(planMessages)
  const title = t('kind', { kind: p(`kind.${kind}`) })
  return (
    <Section id={kind} title={title}>
      <Table
        caption={title}
        captionHidden
        rows={links}
        columns={[
          { label: t('inFrom', { years: yearsOf(from.code) }), rowHeader: true, cell: (link) => <EndLink end={link.from} /> },
          { label: t('inTo', { years: yearsOf(to.code) }), cell: (link) => <EndLink end={link.to} /> },
          { label: t('reason'), cell: ({ reason }) => reason },
        ]}
      />
    </Section>
  )
}

function EndLink({ end }: { readonly end: LineageEnd }) {
  const t = useWords(compareMessages)
  if (!end.code) return <span class="quiet">{t('none')}</span>
  if (!end.number || !end.title) return <span class="code">{end.code}</span>
  return <ActionLink edition={end.edition} action={{ code: end.code, number: end.number, title: end.title }} />
}

function ActionLink({ edition, action }: { readonly edition: string; readonly action: Pick<ListedAction, 'code' | 'number' | 'title'> }) {
  return (
    <>
      <span class="code">{action.code}</span> <Link to={paths.action(edition, action.number)}>{action.title}</Link>
    </>
  )
}

function Only({ id, edition, actions }: { readonly id: string; readonly edition: string; readonly actions: readonly ListedAction[] }) {
  const t = useWords(compareMessages)
  const { number } = useFormats()
  if (actions.length === 0) return <></>
  return (
    <Section id={id} title={`${t('onlyIn', { years: yearsOf(edition) })} (${number(actions.length)})`}>
      <ul class="plain">
        {actions.map((action) => (
          <li>
            <ActionLink edition={edition} action={action} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
