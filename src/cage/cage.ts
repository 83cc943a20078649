/** Whether an agent must run confined by the operating system (`require`), should where that can be (`prefer`), or not (`off`). */
export type SandboxMode = 'require' | 'prefer' | 'off';

/** Whether this machine can confine a process, as found by trying it. */
export type SandboxState =
  | ({ readonly available: true } & Sandbox)
  /** One line each: what is missing, and what to do about it. */
  | { readonly available: false; readonly why: string; readonly fix: string };

/** A bubblewrap that works here. */
export interface Sandbox {
  /** Its absolute path. */
  readonly program: string;
  /** Options that its version knows, besides those that every version has: what `cageArguments` adds. */
  readonly options: readonly string[];
}

/** What is started inside. */
export interface CageRequest {
  /** Program (an absolute path) and arguments. */
  readonly argv: readonly [string, ...string[]];
  /** See `agentEnvironment`; what the cage needs is added. */
  readonly env: Readonly<Record<string, string>>;
  /** The workspace: current folder, writable. */
  readonly workspace: string;
  /** The agent's own HOME, writable; its `tmp` is TMPDIR. */
  readonly home: string;
  /** Further absolute paths that it can read: the program's own files, the objects of the repository. */
  readonly readable: readonly string[];
  readonly network: CageNetwork;
}

/** What a caged process reaches of the network: nothing but this. */
export interface CageNetwork {
  /** `host` (port 443) or `host:port`, through a proxy that the environment names. */
  readonly hosts: readonly string[];
  /** The API whose requests get the key only outside of the cage; null when there is none. */
  readonly api: {
    /** `http(s)://host[:port][/path]`. */
    readonly upstream: string;
    /** Variable inside that says where the API is. */
    readonly variable: string;
    /** What stands for each secret inside -> the secret, replaced in the headers of keys of requests on their way out. */
    readonly secrets: ReadonlyMap<string, string>;
  } | null;
}

/** A cage that is ready: what to start, and with which environment. */
export interface OpenCage {
  readonly argv: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
  /** Ends the proxy and removes what the cage has left. After the process has ended. */
  readonly close: () => Promise<void>;
}
