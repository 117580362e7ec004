// PATCH /api/sign-in-exp: the named fields only. Whether they fit is decided with those that stay: `write-settings.ts`.
import { z } from 'zod';

export const settingsChanges = z.record(z.string(), z.unknown());
