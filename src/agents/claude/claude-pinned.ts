import type { PinnedAgent, PinnedArchive } from '../pinned-agent.js';

const VERSION = '2.1.330';

/** The platform's own package: one native program that needs no Node and no install script. */
function archive(platform: string, integrity: string): PinnedArchive {
  const executable = platform.startsWith('win32') ? 'claude.exe' : 'claude';
  return { package: `@anthropic-ai/claude-code-${platform}`, version: VERSION, integrity, executable };
}

/** Claude Code, with the digests of package-lock.json. Proprietary: installed on the user's machine, never bundled. */
export const PINNED_CLAUDE: PinnedAgent = {
  package: '@anthropic-ai/claude-code',
  version: VERSION,
  archives: {
    'linux-x64': archive(
      'linux-x64',
      'sha512-9Gn+V7DtJ8M1nztP9CeDVl9g3RtrepI7rOFTyPRRnZe8D6zebIHKmC7OvBauucuAP0X0k85SDN/LPVZyjsGezQ==',
    ),
    'linux-arm64': archive(
      'linux-arm64',
      'sha512-V4yanAY5EA5UpwwRPtjSfqDbNqAlUJeVn3NYZw2AgmRHjdpSsLtHAzbxRXfkAnbjwTXzE0uedjQxUY02ARPcsA==',
    ),
    'darwin-x64': archive(
      'darwin-x64',
      'sha512-XenTNj2zXaFrnLmf47n25vChfFhlfeyaAR/vW5SFsEnLGwd2U1vDUY97+5etHBZu3xWBnlK8HhBVxzRi9YTUDw==',
    ),
    'darwin-arm64': archive(
      'darwin-arm64',
      'sha512-rgzAjrRJJsIdZXGF9CCFFbURxKuJNobRr+krV3dNmqNJWIws74rLD0CABe4+nXlx/9WwRECTrveprWB96mubqw==',
    ),
  },
};
