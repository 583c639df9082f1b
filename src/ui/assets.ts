let manifest: Readonly<Record<string, string>> = {}

/** Called once at the start, with the names the build gave to each asset: `{'simbiosi.css': 'simbiosi.3f2a.css'}`. */
export function setAssets(names: Readonly<Record<string, string>>): void {
  manifest = names
}

/** Where an asset is served. Its name changes with its content, so that it can be cached for ever. */
export function assetUrl(name: string): string {
  return `/assets/${manifest[name] ?? name}`
}
