// Where password managers send somebody who wants another password (W3C, a well-known URL for changing passwords).
import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => redirect(303, '/forgot-password');
