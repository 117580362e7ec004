// The console signs in as any application does: by code, with PKCE.
import { consoleClientId } from '../contract/console.ts';
import { awayCookies } from '../oidc-client/away.ts';
import { discover as discoverAs } from '../oidc-client/discover.ts';

export const discover = (event: Parameters<typeof discoverAs>[0]) => discoverAs(event, consoleClientId);

export const away = awayCookies('console');
