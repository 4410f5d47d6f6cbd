namespace AgentStepLog;

/// <summary>The progress of a verification.</summary>
/// <param name="Bytes">How many bytes of lines were read, counted unpacked where the files are compressed.</param>
/// <param name="TotalBytes">
/// The size of the run's files in bytes when the verification began; null where some are compressed, since their unpacked size is unknown.
/// </param>
/// <param name="BlobBytes">How many bytes of blobs were read.</param>
public readonly record struct VerificationProgress(long Bytes, long? TotalBytes, long BlobBytes);
