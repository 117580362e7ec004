// What a sealed key belongs to: moved to another account's row it opens no more.

export function totpPlace(userId: string): string {
	return `factor/totp/${userId}`;
}
