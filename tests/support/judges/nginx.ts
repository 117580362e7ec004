// nginx with a certificate of its own in front of Foyer, as an operator would run it.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startChild } from './child-process.ts';

const run = promisify(execFile);

export async function startNginx(ports: { https: number; upstream: number }): Promise<{ stop(): Promise<void> }> {
	const folder = await mkdtemp(path.join(tmpdir(), 'foyer-nginx-'));
	await makeCertificate(folder);
	await writeFile(path.join(folder, 'nginx.conf'), configuration(folder, ports));
	const nginx = await startChild({
		command: 'nginx',
		args: ['-p', folder, '-e', 'stderr', '-c', path.join(folder, 'nginx.conf')],
		isReady: () => accepts(ports.https)
	});
	return {
		async stop() {
			await nginx.stop();
			await rm(folder, { recursive: true, force: true, maxRetries: 3 });
		}
	};
}

async function makeCertificate(folder: string): Promise<void> {
	const files = ['-keyout', path.join(folder, 'key.pem'), '-out', path.join(folder, 'cert.pem')];
	const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
	const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
	await run('openssl', ['req', '-x509', '-days', '2', ...key, ...name, ...files]);
}

function configuration(folder: string, { https, upstream }: { https: number; upstream: number }): string {
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
	return `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 128; }
http {
	access_log off;
	${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n\t')}
	server {
		listen 127.0.0.1:${https} ssl;
		server_name localhost;
		ssl_certificate ${folder}/cert.pem;
		ssl_certificate_key ${folder}/key.pem;
		location / {
			proxy_pass http://127.0.0.1:${upstream};
			proxy_http_version 1.1;
			proxy_set_header Host $http_host;
			proxy_set_header Connection "";
			proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
			proxy_set_header X-Forwarded-Proto https;
		}
	}
}
`;
}

function accepts(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1');
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}
