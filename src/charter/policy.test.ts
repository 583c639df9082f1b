import { describe, expect, test } from 'vitest'
import { newId } from '../kernel/id.ts'
import {
  type Act,
  type Actor,
  can,
  type Grant,
  type GrantedRole,
  grantedRoles,
  laws,
  nobody,
  type PersonId,
  type Place,
  platform,
  type Scope,
} from './policy.ts'

/** Who may do what, written a second time by hand: a slip in the law, or an act without a line here, fails. */
const matrix: Record<Act, readonly (GrantedRole | 'self')[]> = {
  'organisations.add': ['administrator', 'officer'],
  'organisations.correct': ['administrator', 'officer'],
  'organisations.import': ['administrator', 'officer'],
  'identity.correct': ['self'],
  'identity.download': ['self'],
  'identity.erase': ['self'],
  'identity.issue-token': ['self'],
  'identity.revoke-token': ['self'],
  'identity.sign-out-everywhere': ['self'],
  'identity.grant': ['administrator'],
  'identity.end-grant': ['administrator'],
  'ecosystems.add': ['administrator', 'officer'],
  'ecosystems.describe': ['administrator', 'officer', 'lead'],
  'ecosystems.appoint-lead': ['administrator', 'officer'],
  'ecosystems.dismiss-lead': ['administrator', 'officer'],
  'ecosystems.involve': ['administrator', 'officer', 'lead', 'secretary'],
  'ecosystems.begin-cycle': ['officer', 'lead'],
  'ecosystems.set-term': ['administrator', 'officer'],
  'ecosystems.start-phase': ['officer', 'lead'],
  'ecosystems.import': ['administrator', 'officer'],
  'groups.constitute': ['officer', 'lead'],
  'groups.describe': ['officer', 'lead', 'chair', 'secretary'],
  'groups.set-term': ['officer', 'lead'],
  'groups.admit': ['officer', 'lead', 'chair', 'secretary'],
  'groups.end-membership': ['officer', 'lead', 'chair', 'secretary'],
  'groups.show-name': ['self'],
  'groups.convene': ['lead', 'chair', 'secretary', 'rapporteur'],
  'groups.change-meeting': ['lead', 'chair', 'secretary', 'rapporteur'],
  'groups.cancel-meeting': ['lead', 'chair', 'secretary', 'rapporteur'],
  'groups.answer': ['self'],
  'groups.record-attendance': ['lead', 'chair', 'secretary', 'rapporteur'],
  'groups.write-minutes': ['lead', 'chair', 'secretary', 'rapporteur'],
  'groups.send-minutes': ['lead', 'chair', 'secretary', 'rapporteur'],
  'groups.remark': ['self'],
  'groups.answer-remark': ['lead', 'chair', 'secretary', 'rapporteur'],
  'groups.approve-minutes': ['lead', 'chair'],
  'groups.correct-minutes': ['lead', 'chair', 'secretary'],
  'groups.decide': ['lead', 'chair', 'secretary', 'rapporteur'],
  'groups.annul-decision': ['lead', 'chair'],
  'groups.assign-task': ['lead', 'chair', 'secretary', 'rapporteur'],
  'groups.withdraw-task': ['lead', 'chair', 'secretary', 'rapporteur'],
  'groups.finish-task': ['self'],
  'groups.issue-calendar': ['self'],
  'groups.revoke-calendar': ['self'],
  'listening.add-stakeholder': ['officer', 'lead', 'secretary'],
  'listening.change-stakeholder': ['officer', 'lead', 'secretary'],
  'listening.remove-stakeholder': ['officer', 'lead', 'secretary'],
  'listening.note-involvement': ['officer', 'lead', 'secretary'],
  'listening.show-stakeholder-name': ['self'],
  'listening.call-hearing': ['officer', 'lead', 'secretary'],
  'listening.change-hearing': ['officer', 'lead', 'secretary'],
  'listening.cancel-hearing': ['officer', 'lead', 'secretary'],
  'listening.link-recording': ['officer', 'lead', 'secretary'],
  'listening.invite': ['officer', 'lead', 'secretary'],
  'listening.decline': ['self'],
  'listening.register': ['self'],
  'listening.withdraw': ['self'],
  'listening.write-minutes': ['officer', 'lead', 'secretary', 'rapporteur'],
  'listening.send-minutes': ['officer', 'lead', 'secretary', 'rapporteur'],
  'listening.amend': ['self'],
  'listening.answer-amendment': ['officer', 'lead', 'secretary', 'rapporteur'],
  'listening.close-minutes': ['officer', 'lead', 'secretary'],
  'listening.correct-minutes': ['officer', 'lead', 'secretary'],
  'listening.record-need': ['officer', 'lead', 'secretary'],
  'listening.correct-need': ['officer', 'lead', 'secretary'],
  'listening.merge-needs': ['officer', 'lead', 'secretary'],
  'listening.separate-needs': ['officer', 'lead', 'secretary'],
  'listening.tell-needs-apart': ['officer', 'lead', 'secretary'],
  'listening.open-call': ['officer', 'lead', 'secretary'],
  'listening.change-call': ['officer', 'lead', 'secretary'],
  'listening.propose-need': ['self'],
  'listening.withdraw-proposal': ['self'],
  'listening.answer-proposal': ['officer', 'lead', 'secretary'],
  'documents.begin': ['officer', 'lead'],
  'documents.describe': ['officer', 'lead'],
  'documents.write': ['lead', 'chair', 'secretary', 'rapporteur', 'member'],
  'documents.import': ['lead', 'chair', 'secretary', 'rapporteur', 'member'],
  'documents.comment': ['officer', 'lead', 'chair', 'secretary', 'rapporteur', 'member', 'observer'],
  'documents.resolve-comment': ['officer', 'lead', 'chair', 'secretary', 'rapporteur', 'member'],
  'documents.freeze': ['lead', 'chair', 'secretary', 'rapporteur'],
  'documents.declare-final': ['lead', 'chair', 'secretary'],
  'documents.adopt': ['lead', 'chair', 'secretary'],
  'documents.publish': ['lead', 'chair', 'secretary'],
  'portfolio.add': ['officer', 'lead', 'chair', 'secretary', 'rapporteur'],
  'portfolio.correct': ['officer', 'lead', 'chair', 'secretary', 'rapporteur'],
  'portfolio.stop': ['officer', 'lead', 'chair', 'secretary'],
  'portfolio.resume': ['officer', 'lead', 'chair', 'secretary'],
  'portfolio.withdraw': ['officer', 'lead', 'chair', 'secretary'],
  'portfolio.answer-need': ['officer', 'lead', 'chair', 'secretary', 'rapporteur'],
  'portfolio.drop-need': ['officer', 'lead', 'chair', 'secretary', 'rapporteur'],
  'portfolio.begin-ranking': ['officer', 'lead', 'chair', 'secretary', 'rapporteur'],
  'portfolio.set-ranking-method': ['lead', 'chair', 'secretary', 'rapporteur'],
  'portfolio.freeze-ranking': ['lead', 'chair', 'secretary'],
  'portfolio.give-scores': ['chair', 'secretary', 'rapporteur', 'member'],
  'portfolio.withdraw-scores': ['chair', 'secretary', 'rapporteur', 'member'],
  'portfolio.close-ranking': ['lead', 'chair', 'secretary'],
  'portfolio.abandon-ranking': ['lead', 'chair', 'secretary'],
  'landscape.add': ['officer', 'lead', 'chair', 'secretary', 'rapporteur'],
  'landscape.correct': ['officer', 'lead', 'chair', 'secretary', 'rapporteur'],
  'landscape.retire': ['officer', 'lead', 'chair', 'secretary'],
  'landscape.reinstate': ['officer', 'lead', 'chair', 'secretary'],
  'landscape.withdraw': ['officer', 'lead', 'chair', 'secretary'],
  'landscape.connect': ['officer', 'lead', 'chair', 'secretary', 'rapporteur'],
  'landscape.correct-connection': ['officer', 'lead', 'chair', 'secretary', 'rapporteur'],
  'landscape.realise': ['officer', 'lead', 'chair', 'secretary', 'rapporteur'],
  'landscape.withdraw-connection': ['officer', 'lead', 'chair', 'secretary'],
  'consultations.prepare': ['officer', 'lead', 'secretary'],
  'consultations.open': ['officer', 'lead'],
  'consultations.discard': ['officer', 'lead', 'secretary'],
  'consultations.take-up-again': ['officer', 'lead', 'secretary'],
  'consultations.accompany': ['officer', 'lead', 'secretary'],
  'consultations.extend': ['officer', 'lead'],
  'consultations.suspend': ['officer', 'lead'],
  'consultations.resume': ['officer', 'lead'],
  'consultations.record-interruption': ['administrator', 'officer', 'lead'],
  'consultations.restart': ['officer', 'lead'],
  'consultations.contribute': ['self'],
  'consultations.change-contribution': ['self'],
  'consultations.withdraw-contribution': ['self'],
  'consultations.support': ['self'],
  'consultations.comment': ['self'],
  'consultations.flag': ['self'],
  'consultations.appeal': ['self'],
  'consultations.enter': ['officer', 'lead', 'secretary'],
  'consultations.import': ['officer', 'lead', 'secretary'],
  'consultations.undo-import': ['officer', 'lead', 'secretary'],
  'consultations.take-out': ['officer', 'lead', 'secretary'],
  'consultations.hide': ['officer', 'lead', 'secretary'],
  'consultations.keep': ['officer', 'lead', 'secretary'],
  'consultations.settle-appeal': ['officer', 'lead'],
  'consultations.place-annotation': ['officer', 'lead', 'secretary'],
  'answers.prepare': ['officer', 'lead', 'secretary', 'rapporteur'],
  'answers.publish': ['lead', 'secretary'],
  'answers.correct': ['lead', 'secretary'],
  'answers.write-report': ['officer', 'lead', 'secretary'],
  'answers.conclude': ['lead'],
  'answers.evaluate': ['self'],
  'gates.conclude': ['lead'],
  'gates.derogate': ['officer'],
  'plan.import': ['administrator', 'officer'],
  'plan.declare': ['officer', 'analyst'],
  'plan.withdraw-declaration': ['officer', 'analyst'],
  'plan.link-lineage': ['administrator', 'officer'],
  'notifications.arrange': ['self'],
  'notifications.follow': ['self'],
  'platform.move-clock': ['administrator'],
}

const acts = Object.keys(laws) as Act[]
const everywhere: Scope = { kind: 'platform' }
const here: Scope = { kind: 'ecosystem', id: newId() }
const elsewhere: Scope = { kind: 'ecosystem', id: newId() }
const ecosystem: Place = { kind: 'ecosystem', id: here.id }
const body: Place = { kind: 'body', id: newId(), ecosystemId: here.id }

function person(...grants: Grant[]): Actor {
  return { id: newId<'person'>() as PersonId, grants, onlyRooms: null }
}

const self = person()
const account: Place = { kind: 'person', id: self.id as string }

describe('of all that can be done', () => {
  test('nobody may do anything without being recognised', () => {
    for (const act of acts) for (const place of [platform, ecosystem, body, account]) expect(can(nobody, act, place), act).toBe(false)
  })

  test('whoever merely entered may do nothing but on their own account', () => {
    for (const act of acts) {
      expect(can(self, act, account), act).toBe(matrix[act].includes('self'))
      for (const place of [platform, ecosystem, body]) expect(can(self, act, place), act).toBe(false)
    }
  })

  test.each(grantedRoles)('the %s may do what the table says, on the whole platform, and nothing on the accounts of others', (role) => {
    const actor = person({ role, scope: everywhere })
    for (const act of acts) {
      const expected = matrix[act].includes(role)
      for (const place of [platform, ecosystem, body]) expect(can(actor, act, place), act).toBe(expected)
      if (matrix[act].includes('self')) expect(can(actor, act, account), act).toBe(false)
    }
  })

  test.each(grantedRoles)('the %s of one ecosystem may do it there and in its bodies, and nowhere else', (role) => {
    for (const act of acts) {
      const expected = matrix[act].includes(role)
      expect(can(person({ role, scope: here }), act, ecosystem), act).toBe(expected)
      expect(can(person({ role, scope: here }), act, body), act).toBe(expected)
      expect(can(person({ role, scope: here }), act, platform), act).toBe(false)
      expect(can(person({ role, scope: elsewhere }), act, ecosystem), act).toBe(false)
      expect(can(person({ role, scope: elsewhere }), act, body), act).toBe(false)
    }
  })

  test.each(grantedRoles)('the %s of one body may do it in that body alone', (role) => {
    const actor = person({ role, scope: { kind: 'body', id: body.id } })
    for (const act of acts) {
      expect(can(actor, act, body), act).toBe(matrix[act].includes(role))
      for (const place of [ecosystem, platform]) expect(can(actor, act, place), act).toBe(false)
    }
  })

  test.each(grantedRoles)('the %s of one body may do it in its ecosystem where the thing acted on is worked upon by that body', (role) => {
    const actor = person({ role, scope: { kind: 'body', id: body.id } })
    const shared: Place = { kind: 'ecosystem', id: here.id, bodies: [newId(), body.id] }
    const others: Place = { kind: 'ecosystem', id: here.id, bodies: [newId()] }
    for (const act of acts) {
      expect(can(actor, act, shared), act).toBe(matrix[act].includes(role))
      expect(can(actor, act, others), act).toBe(false)
    }
  })

  test.each(grantedRoles)(
    'the %s of the group that guides an ecosystem may do it there, unless the thing acted on is of other bodies',
    (role) => {
      const actor = person({ role, scope: { kind: 'body', id: newId(), guides: here.id } })
      for (const act of acts) {
        expect(can(actor, act, ecosystem), act).toBe(matrix[act].includes(role))
        for (const place of [{ ...ecosystem, bodies: [body.id] }, { ...ecosystem, id: elsewhere.id }, body, platform] as Place[])
          expect(can(actor, act, place), act).toBe(false)
      }
    },
  )

  test.each(grantedRoles)('the %s of an organisation gains nothing in an ecosystem that happens to have its number', (role) => {
    const actor = person({ role, scope: { kind: 'organisation', id: here.id } })
    for (const act of acts) for (const place of [ecosystem, platform]) expect(can(actor, act, place), act).toBe(false)
  })

  test('a program with a token may do only what is in the token’s rooms', () => {
    const grants: Grant[] = grantedRoles.map((role) => ({ role, scope: everywhere }))
    const limited: Actor = { ...person(...grants), onlyRooms: ['plan'] }
    for (const act of acts) {
      const granted = matrix[act].some((role) => role !== 'self')
      expect(can(limited, act, platform), act).toBe(granted && act.startsWith('plan.'))
      expect(can({ ...limited, onlyRooms: [] }, act, platform), act).toBe(false)
    }
  })
})
