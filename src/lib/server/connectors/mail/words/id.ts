import type { MailWords } from '../words.ts';

export const id: MailWords = {
	language: 'id',
	direction: 'ltr',
	code: {
		SignIn: { title: 'Kode masuk Anda', subject: 'Kode masuk {application} Anda' },
		Register: { title: 'Kode pendaftaran Anda', subject: 'Kode pendaftaran {application} Anda' },
		ForgotPassword: { title: 'Kode atur ulang kata sandi', subject: 'Kode atur ulang kata sandi {application}' },
		Generic: { title: 'Kode verifikasi Anda', subject: 'Kode verifikasi {application} Anda' }
	},
	instruction: 'Masukkan di halaman tempat Anda meminta kode ini.',
	expiry: 'Kode berlaku selama {duration} untuk satu kali pakai.',
	warning: 'Jika Anda tidak memintanya, abaikan email ini. Jangan bagikan kode kepada siapa pun.',
	notices: {
		'password-reset': {
			title: 'Kata sandi Anda telah diubah',
			subject: 'Kata sandi {application} Anda telah diubah',
			text: 'Kata sandi baru telah dibuat lewat “Lupa kata sandi?”. Anda telah keluar dari semua perangkat; masuk dengan kata sandi baru.'
		},
		'password-changed': {
			title: 'Kata sandi Anda telah diubah',
			subject: 'Kata sandi {application} Anda telah diubah',
			text: 'Pengelola layanan membuat kata sandi baru untuk akun Anda. Anda telah keluar dari semua perangkat.'
		},
		'password-added': {
			title: 'Akun Anda kini memiliki kata sandi',
			subject: 'Akun {application} Anda kini memiliki kata sandi',
			text: 'Kata sandi pertama untuk akun Anda telah dibuat. Mulai sekarang Anda juga dapat masuk dengannya.'
		},
		'factor-added': {
			title: 'Langkah kedua ditambahkan ke akun Anda',
			subject: 'Langkah kedua ditambahkan ke akun {application} Anda',
			text: 'Aplikasi autentikator, passkey, atau kode cadangan telah disiapkan untuk masuk.'
		},
		'password-replaced': {
			title: 'Kata sandi Anda telah diubah',
			subject: 'Kata sandi {application} Anda telah diubah',
			text: 'Kata sandi baru dibuat di halaman akun Anda. Anda telah dikeluarkan di semua tempat lain.'
		},
		'factor-removed': {
			title: 'Langkah kedua dihapus dari akun Anda',
			subject: '{application}: Langkah kedua dihapus dari akun Anda',
			text: 'Aplikasi autentikator, passkey, atau kode cadangan dihapus, atau langkah kedua dimatikan.'
		},
		'second-step-off': {
			title: 'Langkah kedua Anda dimatikan',
			subject: '{application}: Langkah kedua Anda dimatikan',
			text: 'Pengelola layanan mematikannya. Langkah itu tidak lagi diminta saat masuk.'
		},
		'second-step-on': {
			title: 'Langkah kedua Anda diaktifkan',
			subject: '{application}: Langkah kedua Anda diaktifkan',
			text: 'Pengelola layanan mengaktifkannya. Langkah itu diminta lagi saat masuk.'
		},
		'browser-copied': {
			title: 'Perangkat tepercaya kembali diminta langkah kedua',
			subject: '{application}: Perangkat tepercaya kembali diminta langkah kedua',
			text: 'Tanda pengenalnya digunakan dua kali, seolah ada yang menyalinnya. Saat masuk berikutnya di perangkat itu, langkah kedua akan diminta.'
		},
		'email-changed': {
			title: 'Alamat email Anda telah diubah',
			subject: '{application}: Alamat email Anda telah diubah',
			text: 'Ini dilakukan di halaman akun Anda.'
		},
		'phone-changed': {
			title: 'Nomor telepon Anda telah diubah',
			subject: '{application}: Nomor telepon Anda telah diubah',
			text: 'Ini dilakukan di halaman akun Anda.'
		},
		'username-changed': {
			title: 'Nama pengguna Anda telah diubah',
			subject: '{application}: Nama pengguna Anda telah diubah',
			text: 'Ini dilakukan di halaman akun Anda.'
		},
		'account-deleted': {
			title: 'Akun Anda telah dihapus',
			subject: '{application}: Akun Anda telah dihapus',
			text: 'Akun dihapus di halaman akun, beserta semua yang tersimpan di dalamnya.'
		}
	},
	noticeWarning: 'Jika itu bukan Anda, segera buat kata sandi baru dan beri tahu pengelola layanan.'
};
