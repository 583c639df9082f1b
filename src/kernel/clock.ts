/** Where "now" comes from. The database's clock, or, in a demonstration, one that began on another day. */
export type Clock = () => Promise<Date>
