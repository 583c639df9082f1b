import { inLang, paths, withQuery } from '../../charter/paths.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { ButtonLink, Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { deskWords } from '../messages/desk.ts'
import { DeskPage } from './desk/desk-page.tsx'
import { gatherDesk } from './desk/gather.ts'

export const deskPages = router()

deskPages.get(paths.desk, async (c) => {
  if (!c.var.actor.id) return c.html(<Closed reader={c.var.reader} />)
  return c.html(<DeskPage c={c} desk={await gatherDesk(c)} />)
})

/** For whoever has not entered: what a desk is, and the way in that leads back here. */
function Closed({ reader }: { readonly reader: Reader }) {
  const t = wordsFor(reader, deskWords)
  return (
    <Page reader={reader} title={t('anonymous')} section="desk" trail={[{ label: t('title') }]}>
      <div class="container">
        <PageHead title={t('anonymous')} lead={t('anonymousLead')} />
        <p class="actions">
          <ButtonLink to={withQuery(paths.signIn, { ritorno: inLang(reader.lang, paths.desk) })} kind="primary">
            {t('enter')}
          </ButtonLink>
        </p>
        <p>{t('free')}</p>
        <ul class="plain more">
          <li>
            <Link to={`${paths.home}#quadro`}>{t('way.picture')}</Link>
          </li>
          <li>
            <Link to={paths.plan}>{t('way.plan')}</Link>
          </li>
        </ul>
      </div>
    </Page>
  )
}
