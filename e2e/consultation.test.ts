import { tellConsultation } from './consultation-story.ts'
import { withMouse } from './hands.ts'
import { openSite } from './site.ts'

tellConsultation({ site: await openSite(), hold: withMouse, script: true })
