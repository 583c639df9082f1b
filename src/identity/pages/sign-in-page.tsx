import { paths } from '../../charter/paths.ts'
import type { ProviderConfig } from '../../platform/config.ts'
import type { Reader } from '../../platform/reader.ts'
import { HiddenField, SubmitButton } from '../../ui/form.tsx'
import { Form } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { nameOf, personas } from '../demonstration/personas.ts'
import { roleWords } from '../messages/roles.ts'
import { type Outcome, personaWords, signInWords } from '../messages/sign-in.ts'

export interface SignInPageProps {
  readonly reader: Reader
  readonly providers: readonly ProviderConfig[]
  readonly returnTo: string
  readonly outcome: Outcome | null
}

export function SignInPage({ reader, providers, returnTo, outcome }: SignInPageProps) {
  const t = wordsFor(reader, signInWords)
  const others = providers.filter(({ id }) => id !== 'demo')
  const demo = providers.some(({ id }) => id === 'demo')
  return (
    <Page reader={reader} title={t('title')} description={t('lead')} trail={[{ label: t('title') }]}>
      <div class="container">
        {outcome && (
          <Notice kind={outcome === 'annullato' || outcome === 'fallito' ? 'info' : 'done'} live title={t(`outcome.${outcome}.title`)}>
            <p>{t(`outcome.${outcome}`)}</p>
          </Notice>
        )}
        <PageHead title={t('title')} lead={t('lead')} />
        {reader.name !== null && (
          <Notice title={t('already', { name: reader.name })}>
            <p>{t('alreadyNext')}</p>
          </Notice>
        )}
      </div>
      {demo && (
        <Section id="dimostrazione" title={t('demo')} lead={t('demoLead')} band="plain">
          <ol class="tasks plain">
            {personas.map((persona) => (
              <PersonaEntry persona={persona} returnTo={returnTo} />
            ))}
          </ol>
        </Section>
      )}
      {(others.length > 0 || !demo) && (
        <Section id="gestori" title={t('providers')} lead={others.length > 0 ? t('providersLead') : t('noProviders')} band="plain">
          {others.map((provider) => (
            <ProviderEntry provider={provider} returnTo={returnTo} />
          ))}
        </Section>
      )}
      <Section id="cosa-succede" title={t('what')} band="plain">
        <ul class="prose">
          <li>{t('what1')}</li>
          <li>{t('what2')}</li>
          <li>{t('what3')}</li>
        </ul>
      </Section>
    </Page>
  )
}

function PersonaEntry({ persona, returnTo }: { readonly persona: (typeof personas)[number]; readonly returnTo: string }) {
  const t = useWords(signInWords)
  const role = useWords(roleWords)
  const who = useWords(personaWords)
  return (
    <li>
      <p class="when">
        <b>{who(persona.subject)}</b>
      </p>
      <div>
        <h3>{nameOf(persona)}</h3>
        <p>{role(`does.${persona.role ?? 'none'}`)}</p>
      </div>
      <Form action={paths.signInWith('demo')}>
        <HiddenField name="persona" value={persona.subject} />
        <HiddenField name="ritorno" value={returnTo} />
        <SubmitButton kind="secondary">{t('enterAs', { name: persona.givenName })}</SubmitButton>
      </Form>
    </li>
  )
}

function ProviderEntry({ provider, returnTo }: { readonly provider: ProviderConfig; readonly returnTo: string }) {
  const t = useWords(signInWords)
  const { lang } = useReader()
  return (
    <Form action={paths.signInWith(provider.id)}>
      <HiddenField name="ritorno" value={returnTo} />
      <p>
        <SubmitButton>{t('enterWith', { provider: provider.name[lang] })}</SubmitButton>
      </p>
    </Form>
  )
}
