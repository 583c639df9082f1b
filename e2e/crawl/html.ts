import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Matters of style, on which the standard is silent.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'doctype-style': 'off',
    'tel-non-breaking': 'off',
    // Boxes to tick share a name when they answer one question.
    'form-dup-name': ['error', { allowCheckboxDefault: true, allowArrayBrackets: true, shared: ['radio', 'button', 'submit', 'checkbox'] }],
  },
})

/** What the standard holds against a page. */
export async function faultsOfHtml(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `HTML: ${message} (${ruleId}, ${line}:${column})`),
  )
}
