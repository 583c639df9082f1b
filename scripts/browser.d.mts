/** What `chromium.launch` of playwright-core needs. */
export function findBrowser(): Promise<{ executablePath: string; env: Record<string, string>; args: string[] }>
