// The newer name of the same answer.
export { GET } from '../sign-in-exp/+server.ts';
