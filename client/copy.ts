/** Beside a secret shown once, a button that copies it. Without a clipboard there is nothing to press. */
function offerCopy(box: HTMLElement): void {
  const secret = box.querySelector('code')
  if (!secret || !navigator.clipboard) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn btn-outline-primary btn-sm'
  button.textContent = box.dataset.copy ?? ''
  const said = document.createElement('span')
  said.setAttribute('role', 'status')
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(secret.textContent ?? '')
    said.textContent = ` ${box.dataset.copied ?? ''}`
  })
  box.append(button, said)
}

for (const box of document.querySelectorAll<HTMLElement>('[data-copy]')) offerCopy(box)
