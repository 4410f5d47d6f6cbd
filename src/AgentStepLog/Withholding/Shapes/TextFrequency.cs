namespace AgentStepLog.Withholding;

/// <summary>Roughly how often characters occur in the contents of logs: texts, names, code, JSON. Only the speed depends on it.</summary>
internal static class TextFrequency
{
    internal static double Of(int c) => c switch
    {
        ' ' => 0.1,
        'e' or 't' or 'a' or 'o' or 'i' or 'n' or 's' or 'r' => 0.05,
        'j' or 'k' or 'q' or 'x' or 'z' => 0.005,
        >= 'a' and <= 'z' => 0.02,
        '-' => 0.02, // a ruler is made of hyphens
        '"' => 0.05,
        _ => 0.005,
    };
}
