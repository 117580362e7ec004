// What to say to somebody who names no connector.
import { connectors } from '../../lib/server/connectors/registry.ts';

export const aliases = connectors.map(({ alias }) => alias);
export const which = `which connector? ${aliases.join(' or ')}`;
