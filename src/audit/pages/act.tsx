import { paths } from '../../charter/paths.ts'
import { operator } from '../../charter/policy.ts'
import { say } from '../../kernel/words.ts'
import { router } from '../../platform/http.ts'
import type { Reader } from '../../platform/reader.ts'
import { Facts, Fields } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useReader, useWords, wordsFor } from '../../ui/reader.tsx'
import { Columns, Section } from '../../ui/section.tsx'
import { Instant, Time } from '../../ui/time.tsx'
import { actNames } from '../act-names.ts'
import { listAt } from '../address.ts'
import { messages } from '../messages.ts'
import { aboutOf, type Names, namesIn, placeOf, sentenceOf } from '../names.ts'
import { isOfficial, type RecordedAct } from '../rules.ts'
import { getAct } from '../store.ts'
import { isUnaltered } from '../verify.ts'
import { FactTerm, FactValue, factsToTell } from './facts.tsx'

export const actPage = router()

actPage.get('/atti/:id', async (c) => {
  const act = await getAct(c.var.db, c.req.param('id'))
  return c.html(<ActPage reader={c.var.reader} act={act} names={await namesIn(c.var.db, [act])} />)
})

interface ActProps {
  readonly reader: Reader
  readonly act: RecordedAct
  readonly names: Names
}

function ActPage({ reader, act, names }: ActProps) {
  const t = wordsFor(reader, messages)
  const title = sentenceOf(reader.lang, act, names)
  const place = placeOf(reader.lang, act, names)
  return (
    <Page reader={reader} title={title} section="acts" trail={[{ label: t('title'), to: paths.acts }, { label: title }]}>
      <div class="container">
        <PageHead title={title} kicker={[<Time day={act.day} />, place?.name ?? t('platform')]} />
        <Columns kind="aside" section>
          <div>
            <Says act={act} names={names} />
            <Verify act={act} />
          </div>
          <aside aria-label={t('facts')}>
            <InBrief act={act} names={names} />
          </aside>
        </Columns>
      </div>
    </Page>
  )
}

function Says({ act, names }: Pick<ActProps, 'act' | 'names'>) {
  const t = useWords(messages)
  const told = factsToTell(act.facts)
  return (
    <Section id="contenuto" title={t('says')} band="bare">
      {told.length === 0 ? (
        <p>{t('saysNothing')}</p>
      ) : (
        <Fields
          items={told.map(([name, value]) => ({
            term: <FactTerm name={name} />,
            details: <FactValue act={act} name={name} value={value} names={names} />,
          }))}
        />
      )}
    </Section>
  )
}

function Verify({ act }: { readonly act: RecordedAct }) {
  const t = useWords(messages)
  const intact = isUnaltered(act)
  return (
    <Section id="verifica" title={t('verify')} lead={t('verifyWhy')}>
      <Notice kind={intact ? 'done' : 'blocked'}>
        <p>{t(intact ? 'unaltered' : 'altered')}</p>
      </Notice>
      <Fields
        items={[
          { term: t('hash'), details: <code class="break">{act.hash.toString('hex')}</code> },
          {
            term: t('content'),
            details: (
              <>
                <Link to={paths.actContent(act.id)}>{paths.actContent(act.id)}</Link>
                <p class="quiet small">{t('verifyHow')}</p>
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

function InBrief({ act, names }: Pick<ActProps, 'act' | 'names'>) {
  const { lang } = useReader()
  const t = useWords(messages)
  const place = placeOf(lang, act, names)
  const about = aboutOf(lang, act, names)
  return (
    <Facts
      items={[
        { term: t('when'), details: <Instant at={new Date(act.at)} /> },
        { term: t('where'), details: place ? <Link to={place.path}>{place.name}</Link> : t('platform') },
        {
          term: t('about'),
          details: about.length > 0 && (
            <ul class="plain">
              {about.map(({ name, path }) => (
                <li>
                  <Link to={path}>{name}</Link>
                </li>
              ))}
            </ul>
          ),
        },
        { term: t('kind'), details: isOfficial(act.act) && <Link to={listAt({ atto: act.act })}>{say(lang, actNames, act.act)}</Link> },
        { term: t('who'), details: act.actorId === operator.id ? t('whoOperator') : t('whoPerson', { id: act.actorId }) },
      ]}
    />
  )
}
