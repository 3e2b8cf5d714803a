const PREFIX = 'urn:voltline:'

/** What the server, or the way to it, said no with. `kind` is the stable word the catalogues translate. */
export class Problem extends Error {
  constructor(
    readonly kind: string,
    readonly title: string,
    readonly status = 0,
    readonly detail?: string,
    /** Seconds to wait before trying again, when the server said so. */
    readonly retryAfter?: number,
    /** Who was first. */
    readonly agentNo?: string,
  ) {
    super(detail ?? title)
    this.name = 'Problem'
  }

  static offline(): Problem {
    return new Problem('offline', 'Server not reached')
  }

  /** From any body an HTTP error came with; a proxy's HTML page becomes its status line. */
  static from(response: Response, body: unknown): Problem {
    const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
    const wait = Number(response.headers.get('Retry-After') ?? Number.NaN)
    return new Problem(
      text(fields['type'])?.replace(PREFIX, '') ?? `http-${response.status}`,
      text(fields['title']) ?? `${response.status} ${response.statusText}`.trim(),
      response.status,
      text(fields['detail']),
      Number.isFinite(wait) ? wait : undefined,
      text(fields['agentNo']),
    )
  }

  static of(error: unknown): Problem {
    return error instanceof Problem ? error : new Problem('unexpected', String(error))
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
