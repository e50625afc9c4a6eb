import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const PLAIN = "plain:";
const SEALED = "aes-256-gcm:";
const ALGORITHM = "aes-256-gcm";
/** NIST SP 800-38D. */
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps secrets so that a copy of the database alone does not give them away. */
export interface SecretBox {
  /** `owner` is bound in: what is copied to another owner's row does not open there. */
  seal(secret: string, owner: string): string;
  /** Throws when the key is missing or another one. */
  open(stored: string, owner: string): string;
}

/** With null for a key secrets are stored as they are. What was stored before there was a key can still be read. */
export function secretBox(key: Uint8Array | null): SecretBox {
  return {
    seal(secret, owner) {
      if (key === null) return PLAIN + secret;
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(owner));
      const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return SEALED + Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64");
    },

    open(stored, owner) {
      if (stored.startsWith(PLAIN)) return stored.slice(PLAIN.length);
      if (key === null) {
        throw new Error(
          "Secrets of shops are stored sealed: set SHOP_SECRETS_KEY to what it was then.",
        );
      }
      const bytes = Buffer.from(stored.slice(SEALED.length), "base64");
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(owner))
        .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const sealed = bytes.subarray(IV_BYTES + TAG_BYTES);
      try {
        return decipher.update(sealed, undefined, "utf8") + decipher.final("utf8");
      } catch (cause) {
        throw new Error("SHOP_SECRETS_KEY is not the key that this shop's secret is sealed with.", {
          cause,
        });
      }
    },
  };
}
