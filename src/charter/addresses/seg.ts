/** A part of an address. */
export const seg = encodeURIComponent
