/** Where "now" comes from. The system's clock, or, in a demonstration, one that began on another day. */
export type Clock = () => Promise<Date>

export const systemClock: Clock = async () => new Date()
