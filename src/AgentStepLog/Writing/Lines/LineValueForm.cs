namespace AgentStepLog.Writing;

/// <summary>What becomes of a value when its line is complete.</summary>
internal enum LineValueForm
{
    /// <summary>It leaves only a line that is too long: names and ids, and what holds other values.</summary>
    Label,

    /// <summary>It leaves when it is larger than the inline limit.</summary>
    Value,

    /// <summary>The same; and if it is a long history of messages, what stands for that takes its place.</summary>
    History,

    /// <summary>It leaves whatever its size.</summary>
    Blob,

    /// <summary>Its hash takes its place.</summary>
    Hash,
}
