import { router } from '../platform/http.ts'
import { accountPages, type HeldElsewhere } from './pages/account.tsx'
import { grantPages } from './pages/grants.tsx'
import { newGrantPages } from './pages/new-grant.tsx'
import { signInPages } from './pages/sign-in.tsx'
import { tokenPages } from './pages/tokens.tsx'
import type { ReadScopes } from './scopes.ts'

/** Entering, one's own account, and the roles that administrators grant. */
export function identityPages({ held, ...scopes }: ReadScopes & { readonly held: readonly HeldElsewhere[] }) {
  return router()
    .route('/', signInPages)
    .route('/', accountPages(scopes, held))
    .route('/', tokenPages)
    .route('/', newGrantPages(scopes.ecosystems))
    .route('/', grantPages(scopes))
}
