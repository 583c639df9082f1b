import { z } from 'zod'
import { cadences, type NoticeKind } from '../../charter/notices.ts'
import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { nameIn, namesOfEcosystems } from '../../ecosystems/index.ts'
import { bouncedAmong, mailboxOf } from '../../identity/index.ts'
import { readForm, refusal } from '../../platform/form.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { signInFor } from '../../platform/sign-in-for.ts'
import { RadioGroup } from '../../ui/choice.tsx'
import { ErrorSummary, type Filled, FormEnd, SubmitButton } from '../../ui/form.tsx'
import { Form, Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Section } from '../../ui/section.tsx'
import { arrangeNotices, CadenceField, reader as ownerOf } from '../actions.ts'
import { kindName } from '../letters.ts'
import { pageWords } from '../messages/pages.ts'
import { messages } from '../messages.ts'
import { followedBy } from '../store/follows.ts'
import { preferencesOf } from '../store/preferences.ts'

/** Only the kinds that somebody can come to be told of are asked about. */
export function preferencePages(kinds: readonly NoticeKind[]) {
  const pages = router()
  const PreferencesForm = z.object(Object.fromEntries(kinds.map((kind) => [kind, CadenceField.optional()])))

  pages.get(paths.noticePreferences, async (c) => {
    if (!c.var.actor.id) return signInFor(c)
    return c.html(await preferencesPage(c, kinds, null))
  })

  pages.post(paths.noticePreferences, async (c) => {
    const form = await readForm(c, PreferencesForm)
    if (!form.data) return c.html(await preferencesPage(c, kinds, form), 422)
    try {
      await arrangeNotices(c.var, form.data)
    } catch (error) {
      return c.html(await preferencesPage(c, kinds, { values: form.values, errors: refusal(c, error) }), 422)
    }
    return c.redirect(inLang(c.var.reader.lang, withQuery(paths.noticePreferences, { fatto: 'salvato' })), 303)
  })

  return pages
}

async function preferencesPage(c: Ctx, kinds: readonly NoticeKind[], sent: Filled | null) {
  const { db, reader } = c.var
  const { id } = ownerOf(c.var)
  const mailbox = await mailboxOf(db, id)
  const bounced = (await bouncedAmong(db, [id])).has(id)
  const { values, errors } = sent ?? { values: await preferencesOf(db, id), errors: {} }
  const t = wordsFor(reader, pageWords)
  const title = t('preferences')
  const labels = Object.fromEntries(kinds.map((kind) => [kind, kindName(reader.lang, kind)]))
  return (
    <Page
      reader={reader}
      title={title}
      section="desk"
      trail={[{ label: t('desk'), to: paths.desk }, { label: t('title'), to: paths.notices }, { label: title }]}
      address={paths.noticePreferences}
      rejected={Object.keys(errors).length > 0}
    >
      <div class="container">
        <ErrorSummary errors={errors} labels={labels} />
        {c.req.query('fatto') === 'salvato' && (
          <Notice kind="done" live title={t('saved')}>
            <p>{t('savedText')}</p>
          </Notice>
        )}
        <PageHead title={title} lead={t('preferencesLead')} />
        {bounced && (
          <Notice kind="late">
            <p>{t('bounced')}</p>
          </Notice>
        )}
        <p class="prose">
          {mailbox ? t(mailbox.lang === 'it' ? 'address' : 'addressEn', { address: mailbox.address }) : t('noAddress')}{' '}
          <Link to={paths.account}>{t('changeAddress')}</Link>
        </p>
        <Section id="quando" title={t('when')}>
          <Form action={paths.noticePreferences} class="form">
            {kinds.map((kind) => (
              <Kind kind={kind} values={values} errors={errors} />
            ))}
            <FormEnd cancel={paths.notices}>
              <SubmitButton>{t('save')}</SubmitButton>
            </FormEnd>
          </Form>
        </Section>
        <Followed ecosystems={[...(await followedNames(c, id))]} />
      </div>
    </Page>
  )
}

function Kind({ kind, values, errors }: { readonly kind: NoticeKind } & Filled) {
  const { lang } = useReader()
  const t = useWords(messages)
  const options = cadences.map((cadence) => ({ value: cadence, label: t(`cadence.${cadence}`) }))
  return <RadioGroup name={kind} label={kindName(lang, kind)} help={t(`does.${kind}`)} options={options} values={values} errors={errors} />
}

async function followedNames({ var: { db, reader } }: Ctx, personId: string) {
  const ids = await followedBy(db, personId)
  const names = await namesOfEcosystems(db, ids)
  return ids.flatMap((id) => {
    const ecosystem = names.get(id)
    return ecosystem ? [{ slug: ecosystem.slug, name: nameIn(reader.lang, ecosystem) }] : []
  })
}

function Followed({ ecosystems }: { readonly ecosystems: readonly { slug: string; name: string }[] }) {
  const t = useWords(pageWords)
  return (
    <Section id="ecosistemi" title={t('following')}>
      {ecosystems.length === 0 && (
        <p>
          {t('followingNone')} <Link to={paths.ecosystems}>{t('emptyFollow')}</Link>
        </p>
      )}
      <ul class="plain">
        {ecosystems.map(({ slug, name }) => (
          <li>
            <Link to={paths.ecosystem(slug)}>{name}</Link> · <Link to={paths.ecosystemFollow(slug)}>{t('unfollowButton')}</Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
