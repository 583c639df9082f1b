import type { Adapter } from 'oidc-provider'
import type { Db } from '../../platform/db.ts'
import { consume, forget, forgetGrant, recall, remember } from '../store/demo-sign-ins.ts'
import { demoLogin } from './personas.ts'

const text = (value: unknown) => (typeof value === 'string' ? value : null)

/** Where the provider keeps its codes and tokens: in the database, so that any process can take the next step of a sign-in. */
export function providerMemory(db: Db, model: string): Adapter {
  const now = () => new Date()
  return {
    upsert: async (id, payload, expiresIn) => {
      const { login_hint: hint } = (payload.params ?? {}) as Record<string, unknown>
      const subject = text(payload.accountId) ?? text(hint)
      await remember(db, {
        model,
        id,
        payload,
        grantId: text(payload.grantId),
        uid: text(payload.uid),
        subjectHash: subject ? demoLogin(subject).subjectHash : null,
        expiresAt: expiresIn === undefined ? null : new Date(Date.now() + expiresIn * 1000),
      })
    },
    find: (id) => recall(db, model, 'id', id, now()),
    findByUid: (uid) => recall(db, model, 'uid', uid, now()),
    findByUserCode: async () => undefined,
    consume: (id) => consume(db, model, id, now()),
    destroy: (id) => forget(db, model, id),
    revokeByGrantId: (grantId) => forgetGrant(db, model, grantId),
  }
}
