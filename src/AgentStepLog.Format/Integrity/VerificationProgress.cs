namespace AgentStepLog;

/// <summary>How far a verification is.</summary>
/// <param name="Bytes">Bytes of lines that were read, unpacked where the files are compressed.</param>
/// <param name="TotalBytes">Bytes of the run's files, when the verification began; null where some are compressed: what they unpack to is not known beforehand.</param>
/// <param name="BlobBytes">Bytes of blobs that were read.</param>
public readonly record struct VerificationProgress(long Bytes, long? TotalBytes, long BlobBytes);
