import { createHash, createHmac, randomBytes } from 'node:crypto'

const shape = /^[A-Za-z0-9_-]{43}$/

/** 256 bits that nobody can guess, as text. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a secret. It needs no salt: 256 random bits are in no dictionary. */
export function fingerprint(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

export function isSecret(text: string): boolean {
  return shape.test(text)
}

/** Keyed, because the names that providers give people can be guessed: some are tax codes. */
export function loginHash(key: string, issuer: string, subject: string): Buffer {
  return createHmac('sha256', key).update(`login:${issuer}\n${subject}`).digest()
}

const tokenPrefix = 'smb_'

/** A personal token begins with a word that scanners of leaked secrets can look for. */
export function newToken(): string {
  return tokenPrefix + newSecret()
}

export function isToken(text: string): boolean {
  return text.startsWith(tokenPrefix) && isSecret(text.slice(tokenPrefix.length))
}
