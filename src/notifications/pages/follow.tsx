import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { type EcosystemView, getEcosystem, nameIn } from '../../ecosystems/index.ts'
import { type Ctx, router } from '../../platform/http.ts'
import { Confirmation } from '../../ui/confirmation.tsx'
import { FormEnd, HiddenField, SubmitButton } from '../../ui/form.tsx'
import { ButtonLink, Form, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { followEcosystem } from '../actions.ts'
import { pageWords } from '../messages/pages.ts'
import { followedBy } from '../store/follows.ts'

export const followPages = router()

const address = '/ecosistemi/:slug/segui'

followPages.get(address, async (c) => {
  const { db, today, actor } = c.var
  const ecosystem = await getEcosystem(db, c.req.param('slug'), today)
  const following = actor.id !== null && (await followedBy(db, actor.id)).includes(ecosystem.id)
  const done = actor.id !== null ? c.req.query('fatto') : undefined
  return c.html(<FollowPage c={c} ecosystem={ecosystem} following={following} done={done === 'segui' || done === 'smetti' ? done : null} />)
})

followPages.post(address, async (c) => {
  const slug = c.req.param('slug')
  const { following } = await c.req.parseBody()
  await followEcosystem(c.var, slug, following !== 'no')
  const done = following === 'no' ? 'smetti' : 'segui'
  return c.redirect(inLang(c.var.reader.lang, withQuery(paths.ecosystemFollow(slug), { fatto: done })), 303)
})

interface FollowProps {
  readonly c: Ctx
  readonly ecosystem: EcosystemView
  readonly following: boolean
  readonly done: 'segui' | 'smetti' | null
}

function FollowPage(props: FollowProps) {
  const { reader } = props.c.var
  const { ecosystem, following, done } = props
  const t = wordsFor(reader, pageWords)
  const name = nameIn(reader.lang, ecosystem)
  const title = t(done ? (following ? 'nowFollowing' : 'noMore') : following ? 'unfollowTitle' : 'followTitle', { name })
  const feed = withQuery(paths.actsFeed, { ecosistema: ecosystem.slug })
  return (
    <Page
      reader={reader}
      title={title}
      section="ecosystems"
      trail={[{ label: name, to: paths.ecosystem(ecosystem.slug) }, { label: title }]}
      address={paths.ecosystemFollow(ecosystem.slug)}
      head={<link rel="alternate" type="application/atom+xml" href={inLang(reader.lang, feed)} />}
    >
      <div class="container">{done ? <Done {...props} title={title} /> : <Ask {...props} title={title} feed={feed} />}</div>
    </Page>
  )
}

function Ask({ ecosystem, following, title, feed }: FollowProps & { readonly title: string; readonly feed: string }) {
  const { name, lang } = useReader()
  const t = useWords(pageWords)
  const here = paths.ecosystemFollow(ecosystem.slug)
  return (
    <>
      <PageHead title={title} lead={t('followLead')} />
      <p class="prose">{t('followHow')}</p>
      {name === null ? (
        <p class="actions">
          <ButtonLink to={withQuery(paths.signIn, { ritorno: inLang(lang, here) })} kind="primary">
            {t('followSignIn')}
          </ButtonLink>
        </p>
      ) : (
        <Form action={here} class="form">
          {following && <HiddenField name="following" value="no" />}
          <FormEnd cancel={paths.ecosystem(ecosystem.slug)}>
            <SubmitButton kind={following ? 'secondary' : 'primary'}>{t(following ? 'unfollowButton' : 'followButton')}</SubmitButton>
          </FormEnd>
        </Form>
      )}
      <p class="more">
        <Link to={feed}>{t('followFeed')}</Link>
      </p>
    </>
  )
}

function Done({ ecosystem, following, title }: FollowProps & { readonly title: string }) {
  const t = useWords(pageWords)
  const links = [
    { label: t('toEcosystem'), to: paths.ecosystem(ecosystem.slug) },
    { label: t('toPreferences'), to: paths.noticePreferences },
  ]
  return (
    <Confirmation title={title} links={links}>
      <p>{t(following ? 'nowFollowingText' : 'noMoreText')}</p>
    </Confirmation>
  )
}
