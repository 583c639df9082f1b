import type { PersonaSubject } from './demonstration/personas.ts'

export interface Visit {
  readonly status: number
  /** Where the visit ended, as a path. */
  readonly path: string
  readonly text: string
  readonly headers: Headers
}

/** As much of a browser as entering needs: cookies with their paths, redirects, forms. */
export class TestBrowser {
  readonly #url: string
  readonly #jar = new Map<string, { value: string; path: string }>()
  #page = ''

  constructor(url: string) {
    this.#url = url
  }

  cookie(name: string): string | undefined {
    return this.#jar.get(name)?.value
  }

  /** The names of the cookies that go with every page. */
  cookies(): string[] {
    return [...this.#jar].filter(([, { path }]) => path === '/').map(([name]) => name)
  }

  setCookie(name: string, value: string): void {
    this.#jar.set(name, { value, path: '/' })
  }

  get(path: string): Promise<Visit> {
    return this.#follow('GET', path)
  }

  /** Sends a form of the page last read, with its token. */
  post(path: string, fields: Record<string, string | string[]> = {}): Promise<Visit> {
    const token = /name="_csrf" value="([^"]+)"/.exec(this.#page)?.[1]
    return this.postWithout(path, { ...(token ? { _csrf: token } : {}), ...fields })
  }

  /** Sends a form that carries no token. */
  postWithout(path: string, fields: Record<string, string | string[]>, headers: Record<string, string> = {}): Promise<Visit> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
    return this.#follow('POST', path, body, headers)
  }

  async enter(persona: PersonaSubject, ritorno = '/profilo'): Promise<Visit> {
    await this.get('/entra')
    return this.post('/entra/demo', { persona, ritorno })
  }

  /** One request, without following where it leads. */
  async request(method: string, address: string, body?: URLSearchParams, headers: Record<string, string> = {}): Promise<Response> {
    const target = new URL(address, this.#url)
    const sent = [...this.#jar].filter(([, { path }]) => target.pathname.startsWith(path)).map(([name, { value }]) => `${name}=${value}`)
    const response = await fetch(target, {
      method,
      redirect: 'manual',
      headers: { accept: 'text/html', ...(sent.length > 0 ? { cookie: sent.join('; ') } : {}), ...headers },
      ...(body ? { body } : {}),
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line, target)
    return response
  }

  #keep(line: string, target: URL): void {
    const [pair = '', ...attributes] = line.split(/;\s*/)
    const [name = '', ...value] = pair.split('=')
    const attribute = (wanted: string) => attributes.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1)
    const expires = attribute('expires')
    const gone = attribute('max-age') === '0' || (expires !== undefined && new Date(expires) < new Date())
    if (gone) this.#jar.delete(name)
    else this.#jar.set(name, { value: value.join('='), path: attribute('path') ?? target.pathname })
  }

  async #follow(method: string, address: string, body?: URLSearchParams, headers: Record<string, string> = {}): Promise<Visit> {
    let response = await this.request(method, address, body, headers)
    let at = new URL(address, this.#url)
    for (let hops = 0; response.status >= 300 && response.status < 400 && hops < 12; hops += 1) {
      at = new URL(response.headers.get('location') ?? '/', at)
      response = await this.request('GET', at.href)
    }
    this.#page = await response.text()
    return { status: response.status, path: at.pathname + at.search, text: this.#page, headers: response.headers }
  }
}
