import type { TextsOf } from './condition.ts'

export const envisioning: TextsOf<'envisioning'> = {
  'group-constituted': {
    it: {
      sentence: 'Il gruppo di lavoro è costituito con un atto',
      how: 'Serve un atto istitutivo, con numero e data.',
      missing: 'l’atto istitutivo del gruppo di lavoro.',
      step: 'costituire il gruppo di lavoro con un atto',
      after: 'dopo l’atto istitutivo',
    },
    en: {
      sentence: 'The working group is constituted by an act',
      how: 'A constitution act is needed, with its number and date.',
      missing: 'the act that constitutes the working group.',
      step: 'constitute the working group by an act',
      after: 'after the constitution act',
    },
  },
  'officers-in-office': {
    it: {
      sentence: 'Presidente e segreteria sono in carica',
      how: 'Li indica l’atto istitutivo, o li sceglie il gruppo.',
      missing: 'chi presiede e chi tiene la segreteria.',
      step: 'indicare chi presiede e chi tiene la segreteria',
      after: 'dopo le nomine',
    },
    en: {
      sentence: 'Chair and secretary are in office',
      how: 'The constitution act names them, or the group chooses them.',
      missing: 'who chairs and who is secretary.',
      step: 'name the chair and the secretary',
      after: 'after the appointments',
    },
  },
  'hearing-held': {
    it: {
      sentence: 'Almeno un’audizione è stata tenuta e ha un verbale definitivo',
      how: 'Chi è stato ascoltato può chiedere correzioni prima che il verbale sia definitivo.',
      missing: 'un’audizione con il suo verbale.',
      step: 'tenere un’audizione e pubblicarne il verbale',
      after: 'dopo le audizioni',
    },
    en: {
      sentence: 'At least one hearing was held and has final minutes',
      how: 'Those heard may ask for corrections before the minutes are final.',
      missing: 'a hearing with its minutes.',
      step: 'hold a hearing and publish its minutes',
      after: 'after the hearings',
    },
  },
  'needs-recorded': {
    it: {
      sentence: 'Sono registrate esigenze di almeno due tipi di portatori di interesse',
      how: 'Per esempio amministrazioni e imprese, oppure cittadini e associazioni.',
      missing: 'esigenze di almeno due tipi di portatori di interesse.',
      step: 'registrare le esigenze raccolte',
      after: 'dopo la raccolta delle esigenze',
    },
    en: {
      sentence: 'Needs are recorded from at least two kinds of stakeholder',
      how: 'Administrations and firms, for example, or citizens and associations.',
      missing: 'needs from at least two kinds of stakeholder.',
      step: 'record the needs gathered',
      after: 'after the needs are gathered',
    },
  },
  'perimeter-published': {
    it: {
      sentence: 'Perimetro e visione sono adottati e pubblicati',
      how: 'Li adotta una decisione del gruppo di lavoro.',
      missing: 'la decisione che adotta perimetro e visione, e la loro pubblicazione.',
      step: 'adottare e pubblicare perimetro e visione',
      after: 'dopo il perimetro',
    },
    en: {
      sentence: 'Perimeter and vision are adopted and published',
      how: 'A decision of the working group adopts them.',
      missing: 'the decision that adopts perimeter and vision, and their publication.',
      step: 'adopt and publish perimeter and vision',
      after: 'after the perimeter',
    },
  },
  'tables-decided': {
    it: {
      sentence: 'I tavoli tecnici sono definiti, o dichiarati non necessari',
      how: 'Anche non averne bisogno è una decisione del gruppo.',
      missing: 'la decisione sui tavoli tecnici.',
      step: 'decidere sui tavoli tecnici',
      after: 'dopo la decisione sui tavoli',
    },
    en: {
      sentence: 'Technical tables are defined, or declared unnecessary',
      how: 'Needing none is a decision of the group too.',
      missing: 'the decision on technical tables.',
      step: 'decide on technical tables',
      after: 'after the decision on tables',
    },
  },
}
