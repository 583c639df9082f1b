import { inLang, paths, withQuery } from './charter/paths.ts'
import { type Problem, tell } from './kernel/problem.ts'
import { catalogue, say } from './kernel/words.ts'
import { type Ctx, splitLang } from './platform/http.ts'
import { ProblemPage } from './ui/problem-page.tsx'

const words = catalogue({
  it: {
    s400: 'La richiesta non si legge',
    s401: 'Serve farsi riconoscere',
    s403: 'Questo atto non ti spetta',
    s404: 'Qui non c’è nulla',
    s405: 'Così non si può chiedere',
    s409: 'Adesso non si può fare',
    s410: 'Non c’è più',
    s413: 'È troppo grande',
    s415: 'Il formato non va bene',
    s422: 'Alcuni dati vanno corretti',
    s429: 'Troppe richieste insieme',
    s500: 'Qualcosa si è rotto da noi',
    s503: 'Un servizio non risponde',
    broken: 'Non dipende da te. L’errore è registrato con il numero qui sotto.',
    again: 'Riprova tra qualche minuto. Se succede ancora, scrivici e indica il numero.',
    checked: 'Torna alla pagina da cui vieni: quello che avevi scritto è ancora lì.',
    enter: 'Entra e torna qui',
    back: 'Torna alla pagina da cui vieni',
    contact: 'Scrivi alla redazione',
  },
  en: {
    s400: 'The request cannot be read',
    s401: 'We need to know who you are',
    s403: 'This act is not yours to do',
    s404: 'There is nothing here',
    s405: 'It cannot be asked like this',
    s409: 'It cannot be done now',
    s410: 'It is gone',
    s413: 'It is too large',
    s415: 'The format does not fit',
    s422: 'Some of the data need correcting',
    s429: 'Too many requests at once',
    s500: 'Something broke on our side',
    s503: 'A service does not answer',
    broken: 'It is not your doing. The error is recorded under the number below.',
    again: 'Try again in a few minutes. If it happens again, write to us and quote the number.',
    checked: 'Go back to the page you came from: what you wrote is still there.',
    enter: 'Sign in and come back here',
    back: 'Go back to the page you came from',
    contact: 'Write to the editors',
  },
})

/** What went wrong, as a page. Without a problem it is a failure of ours, told without detail. */
export function drawProblem(c: Ctx, problem: Problem | null) {
  const { reader, requestId } = c.var
  const status = problem?.kind.status ?? 500
  const title = say(reader.lang, words, `s${status}` as 's404')
  if (!problem) {
    return (
      <ProblemPage
        reader={reader}
        status={status}
        title={title}
        whatHappened={say(reader.lang, words, 'broken')}
        whatToDo={<p>{say(reader.lang, words, 'again')}</p>}
        links={[{ label: say(reader.lang, words, 'contact'), to: paths.contact }]}
        requestId={requestId}
      />
    )
  }
  const back = c.req.method === 'GET' ? reader.path : paths.home
  const from = cameFrom(c)
  const links = [
    ...(status === 401
      ? [{ label: say(reader.lang, words, 'enter'), to: withQuery(paths.signIn, { ritorno: inLang(reader.lang, back) }) }]
      : []),
    ...(from ? [{ label: say(reader.lang, words, 'back'), to: from }] : []),
  ]
  return (
    <ProblemPage
      reader={reader}
      status={status}
      title={title}
      whatHappened={tell(reader.lang, problem)}
      whatToDo={c.req.method === 'POST' && <p>{say(reader.lang, words, 'checked')}</p>}
      links={links}
      requestId={requestId}
    />
  )
}

/** The page of this site on which whoever reads pressed a link or a button. */
function cameFrom(c: Ctx): string | null {
  const referrer = c.req.header('referer')
  if (!referrer || !URL.canParse(referrer)) return null
  const [from, here] = [new URL(referrer), new URL(c.req.url)]
  const { path } = splitLang(from.pathname)
  return from.host === here.host && from.pathname !== here.pathname && !path.startsWith('//') ? path + from.search : null
}
