import { apiRouter } from '../platform/api.ts'
import { ecosystemsApi } from './api/ecosystems.ts'
import { partsApi } from './api/parts.ts'
import { keepAddresses } from './keep-addresses.ts'

export const ecosystemApi = apiRouter()

ecosystemApi.use('/ecosystems/:slug/*', keepAddresses())
ecosystemApi.route('/', ecosystemsApi)
ecosystemApi.route('/', partsApi)
