const reasons: Readonly<Record<string, string>> = {
	ENOENT: "there is no such file or folder",
	ENOTDIR: "it is not a folder",
	EISDIR: "it is a folder",
	EACCES: "permission denied",
	EPERM: "permission denied",
	ELOOP: "its symbolic links run in a circle",
	EROFS: "the disk is read-only",
	ENOSPC: "the disk is full",
	EMFILE: "too many files are open",
	EIO: "the disk reports an error",
	ENAMETOOLONG: "its name is too long",
	ERR_ENCODING_INVALID_ENCODED_DATA: "it is not valid UTF-8",
};

/** Why the file system refused, in plain words. */
export function reasonOf(error: unknown): string {
	const code = codeOf(error);
	if (code !== null) return reasons[code] ?? code;
	return error instanceof Error ? error.message : String(error);
}

/** The error code of a failed file system call, or null. */
export function codeOf(error: unknown): string | null {
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
