import { paths } from '../../charter/paths.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Page } from '../../ui/page.tsx'
import { wordsFor } from '../../ui/reader.tsx'
import { Columns } from '../../ui/section.tsx'
import { homeWords } from '../messages/home.ts'
import { Acts } from './home/acts.tsx'
import { Closing } from './home/closing.tsx'
import { Front } from './home/front.tsx'
import { gatherHome, type Home } from './home/gather.ts'
import { Meetings } from './home/meetings.tsx'
import { NationalPicture } from './home/national-picture.tsx'
import { Progress } from './home/progress.tsx'

export const homePages = router()

homePages.get(paths.home, async (c) => c.html(<HomePage reader={c.var.reader} home={await gatherHome(c)} />))

function HomePage({ reader, home }: { readonly reader: Reader; readonly home: Home }) {
  const t = wordsFor(reader, homeWords)
  return (
    <Page reader={reader} title={t('title')} description={t('description')}>
      <Front home={home} />
      <NationalPicture home={home} />
      <div class="section section--tint">
        <div class="container">
          <Columns>
            <Closing home={home} />
            <Meetings home={home} />
            <Acts home={home} />
          </Columns>
        </div>
      </div>
      <Progress plan={home.plan} />
    </Page>
  )
}
