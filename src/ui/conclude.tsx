import type { Child } from 'hono/jsx'
import { SubmitButton } from './form.tsx'
import { Form } from './link.tsx'

export interface ConcludeProps {
  readonly action: string
  readonly label: string
  /** When it cannot be pressed, `children` says why. */
  readonly enabled: boolean
  readonly children?: Child
}

/** The one button of a gate: enabled, or with the reason why it is not. */
export function Conclude({ action, label, enabled, children }: ConcludeProps) {
  return (
    <div class="conclude">
      <Form action={action}>
        <SubmitButton disabled={!enabled} describedBy="conclude-why">
          {label}
        </SubmitButton>
      </Form>
      <p id="conclude-why">{children}</p>
    </div>
  )
}
