// What every connector is: a vendor's way to carry a code. No state: configuration and fetch come in with each send.
import type { z } from 'zod';
import type { Delivery, Message, Notice, Receipt } from '../usecases/ports.ts';

export type MessageConnector<Config = unknown> = {
	/** Logto's factory id, so that a configuration moves over as it is. */
	id: string;
	/** Short name for the command line. */
	alias: string;
	name: string;
	carries: 'sms' | 'email';
	config: z.ZodType<Config>;
	/**
	 * Its messages end in a line that binds the code to the page's host (`@login.example.com #123456`), so that a browser
	 * may offer the code to that page and to no other.
	 */
	originBound?: boolean;
	/**
	 * Whether it could carry a message to this country (ISO 3166-1 alpha-2; undefined where the number has none).
	 * Without it the connector serves every country that it is asked to.
	 */
	serves?(country: string | undefined, config: Config): boolean;
	/** Never throws: whatever goes wrong is a Delivery. */
	send(message: Message, config: Config, fetch: typeof globalThis.fetch): Promise<Delivery>;
	/** Tells the owner of an account something. Text messages have fixed templates, so only mail can. */
	notify?(notice: Notice, config: Config, fetch: typeof globalThis.fetch): Promise<Delivery>;
	/** Asks what became of a message that was accepted; undefined while nobody knows, or where it is not to be asked. */
	findReceipt?(
		sent: { vendorId: string; message: Pick<Message, 'to' | 'country'>; sentAt: number },
		config: Config,
		fetch: typeof globalThis.fetch
	): Promise<Omit<Receipt, 'at'> | undefined>;
	/** What an administrator can do about the `detail` of a failed delivery. */
	hint(detail: string): string | undefined;
	/** Ends connections that it keeps open between messages. */
	close?(): void;
};
