namespace RepoAgents.Planning.OpenAi;

/// <summary>How to reach an OpenAI-compatible endpoint.</summary>
/// <param name="Key">The key. Never printed, never logged.</param>
/// <param name="Endpoint">The base address; null for OpenAI's own.</param>
/// <param name="Model">The model to ask.</param>
/// <param name="Retries">How often a request is repeated that failed for a reason that may pass.</param>
/// <param name="Timeout">How long one attempt may take.</param>
public sealed record OpenAiSettings(string Key, Uri? Endpoint, string Model, int Retries, TimeSpan Timeout)
{
    /// <summary>The model that is asked when the environment names none.</summary>
    public const string DefaultModel = "gpt-4.1-mini";

    /// <summary>
    /// Reads OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL; null without a key.
    /// </summary>
    /// <exception cref="FormatException">OPENAI_BASE_URL is no http or https address.</exception>
    public static OpenAiSettings? From(Func<string, string?> environment)
    {
        if (environment("OPENAI_API_KEY") is not { Length: > 0 } key)
        {
            return null;
        }

        Uri? endpoint = null;
        if (environment("OPENAI_BASE_URL") is { Length: > 0 } address
            && !(Uri.TryCreate(address, UriKind.Absolute, out endpoint) && endpoint.Scheme is "http" or "https"))
        {
            throw new FormatException("OPENAI_BASE_URL is no http or https address; it should look like https://api.openai.com/v1.");
        }

        return new(key.Trim(), endpoint, environment("OPENAI_MODEL") is { Length: > 0 } model ? model : DefaultModel, Retries: 2, TimeSpan.FromSeconds(100));
    }

    /// <summary>The provider's name as the log has it: <c>openai</c>, or the host of another endpoint.</summary>
    public string Provider => Endpoint is null || Endpoint.Host == "api.openai.com" ? "openai" : Endpoint.Host;

    // The compiler's own would print the key.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append($"Model = {Model}, Provider = {Provider}");
        return true;
    }
}
