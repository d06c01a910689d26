package nl.banenschakel.platform.vault;

import io.vertx.core.buffer.Buffer;

/**
 * A BSN as it is stored.
 *
 * @param blindIndex HMAC-SHA-256, keyed per tenant: 32 bytes that are equal for equal BSNs
 * @param blindKeyId the master key it was derived from
 * @param sealed AES-GCM, bound to tenant, person, field and key
 * @param sealedKeyId the key it was sealed with
 */
public record SealedBsn(Buffer blindIndex, int blindKeyId, Buffer sealed, int sealedKeyId) {}
