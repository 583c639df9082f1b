/** By these names the deeds speak of what others brought to life. */
export const meetingKey = (body: string, number: number) => `${body}/meeting-${number}`
export const decisionKey = (body: string, meeting: number, index = 1) => `${meetingKey(body, meeting)}/decision-${index}`
/** The same people sit in a group and in its tables: their places are told by the body and the name. */
export const memberKey = (body: string, name: string) => `${body}/${name}`
