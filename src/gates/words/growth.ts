import type { TextsOf } from './condition.ts'

export const growth: TextsOf<'growth'> = {
  'accompaniment-started': {
    it: {
      sentence: 'Le azioni di accompagnamento sono avviate',
      how: 'Aiutano l’ecosistema e i suoi progetti a crescere.',
      missing: 'le azioni di accompagnamento.',
      step: 'avviare le azioni di accompagnamento',
      after: 'dopo l’avvio dell’accompagnamento',
    },
    en: {
      sentence: 'Accompaniment actions are started',
      how: 'They help the ecosystem and its projects to grow.',
      missing: 'the accompaniment actions.',
      step: 'start the accompaniment actions',
      after: 'after the accompaniment starts',
    },
  },
  'monitoring-reported': {
    it: {
      sentence: 'Il rapporto di monitoraggio del periodo è pubblicato',
      how: 'Dice scostamenti, criticità e che cosa serve alle norme.',
      missing: 'il rapporto di monitoraggio.',
      step: 'pubblicare il rapporto di monitoraggio',
      after: 'dopo il rapporto',
    },
    en: {
      sentence: 'The monitoring report of the period is published',
      how: 'It tells deviations, critical issues and what the rules need.',
      missing: 'the monitoring report.',
      step: 'publish the monitoring report',
      after: 'after the report',
    },
  },
}
