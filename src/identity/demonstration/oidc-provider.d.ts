// The package carries no types; these are of the part in use.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Payload = Record<string, unknown>

  export interface Adapter {
    upsert(id: string, payload: Payload, expiresIn: number | undefined): Promise<void>
    find(id: string): Promise<Payload | undefined>
    findByUid(uid: string): Promise<Payload | undefined>
    findByUserCode(userCode: string): Promise<Payload | undefined>
    consume(id: string): Promise<void>
    destroy(id: string): Promise<void>
    revokeByGrantId(grantId: string): Promise<void>
  }

  export interface ProviderGrant {
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }

  export interface ProviderContext {
    redirect(url: string): void
    readonly oidc: { readonly account: { readonly accountId: string }; readonly client: { readonly clientId: string } }
  }

  export interface InteractionDetails {
    readonly params: Payload
  }

  export class Provider {
    constructor(issuer: string, configuration: Payload)
    proxy: boolean
    readonly Grant: new (of: {
      accountId: string
      clientId: string
    }) => ProviderGrant
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<InteractionDetails>
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Payload,
      options: { mergeWithLastSubmission: boolean },
    ): Promise<void>
    on(event: 'server_error', listener: (context: ProviderContext, error: Error) => void): void
  }

  export const interactionPolicy: { base(): { remove(prompt: string): void } }
}
