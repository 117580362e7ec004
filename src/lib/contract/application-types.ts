// The types of application, and which of them keep a secret. No schema: pages carry this.
export const applicationTypes = ['Native', 'SPA', 'Traditional', 'MachineToMachine'] as const;
export type ApplicationType = (typeof applicationTypes)[number];

/** What runs at people's cannot keep one (RFC 6749 §2.1). */
export function isConfidential(type: ApplicationType): boolean {
	return type === 'Traditional' || type === 'MachineToMachine';
}
