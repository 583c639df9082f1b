import { paths } from '../../charter/paths.ts'
import { router } from '../../platform/http.ts'
import { suggestOrganisations } from '../suggestions.ts'

export const optionRoutes = router()

/** Answers the search-as-you-type of any form where an organisation is chosen. */
optionRoutes.get(paths.organisationOptions, async (c) => {
  const { db, reader } = c.var
  return c.json({ options: await suggestOrganisations(db, reader.lang, c.req.query('q') ?? '') })
})
