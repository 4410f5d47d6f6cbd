namespace AgentStepLog.Withholding;

/// <summary>The shapes that are withheld unless they are switched off. The file docs/withholding.md names the source of each.</summary>
internal static class BuiltInShapes
{
    private const int Any = int.MaxValue;

    internal static IReadOnlyList<SecretPattern> All { get; } =
    [
        // If several shapes have the same beginning, the first one that fits counts.
        .. Clouds(), .. Models(), .. Code(), .. Packages(), .. Services(), .. Web(),
    ];

    internal static IReadOnlyList<string> Kinds { get; } = [.. All.Select(pattern => pattern.Kind).Distinct()];

    private static IEnumerable<SecretPattern> Clouds()
    {
        foreach (var prefix in new[] { "AKIA", "ASIA", "ABIA", "ACCA" })
        {
            yield return new PlainPattern("aws-access-key", prefix, CharSet.Base32, 16, 16);
        }

        foreach (var word in new[] { "aws_secret_access_key", "AWS_SECRET_ACCESS_KEY", "SecretAccessKey", "secretAccessKey" })
        {
            yield return new KeywordPattern("aws-secret-key", word, KeywordPattern.Assignment, CharSet.Base64, 40, 40);
        }

        foreach (var word in new[] { "aws_session_token", "AWS_SESSION_TOKEN", "SessionToken", "sessionToken" })
        {
            yield return new KeywordPattern("aws-session-token", word, KeywordPattern.Assignment, CharSet.Base64, 100, Any);
        }

        yield return new PlainPattern("aws-bedrock-key", "ABSK", CharSet.Base64, 100, 300);
        yield return new PlainPattern("aws-bedrock-key", "bedrock-api-key-", CharSet.Base64, 50, Any);
        yield return new PlainPattern("google-api-key", "AIza", CharSet.Base64Url, 35, 35);
        yield return new PlainPattern("google-oauth-token", "ya29.", CharSet.Dotted, 20, Any);
        yield return new PlainPattern("google-oauth-secret", "GOCSPX-", CharSet.Base64Url, 28, 28);
        yield return new KeywordPattern("azure-storage-key", "AccountKey=", KeywordPattern.Nothing, CharSet.Base64, 88, 88);
        yield return new KeywordPattern("azure-access-key", "SharedAccessKey=", KeywordPattern.Nothing, CharSet.Base64, 44, 44);
        yield return new SasPattern();

        // Keys that Microsoft's services have issued since 2023: Azure OpenAI, Azure DevOps and others.
        yield return new InfixPattern("azure-annotated-key", "JQQJ9", CharSet.Alphanumeric, 52, 52, CharSet.Alphanumeric + "=", 27, 31);
        foreach (var infix in new[] { "7Q~", "8Q~" })
        {
            yield return new InfixPattern("azure-client-secret", infix, CharSet.Dotted + "~", 3, 3, CharSet.Dotted + "~", 31, 34);
        }

        yield return new PlainPattern("cloudflare-token", "cfut_", CharSet.Alphanumeric, 48, 48);
        yield return new PlainPattern("cloudflare-token", "cfat_", CharSet.Alphanumeric, 48, 48);
        yield return new PlainPattern("cloudflare-token", "v1.0-", CharSet.LowerHex + "-", 171, 171);
        yield return new PlainPattern("heroku-key", "HRKU-AA", CharSet.Base64Url, 58, 58);
        yield return new PlainPattern("tailscale-key", "tskey-", CharSet.Base64Url, 20, Any, mixed: true);
        yield return new PlainPattern("digitalocean-token", "dop_v1_", CharSet.LowerHex, 64, 64);
        yield return new PlainPattern("digitalocean-token", "doo_v1_", CharSet.LowerHex, 64, 64);
        yield return new PlainPattern("digitalocean-token", "dor_v1_", CharSet.LowerHex, 64, 64);
    }

    private static IEnumerable<SecretPattern> Models()
    {
        yield return new PlainPattern("anthropic-key", "sk-ant-", CharSet.Base64Url, 20, Any, mixed: true);
        foreach (var prefix in new[] { "sk-proj-", "sk-svcacct-", "sk-admin-", "sk-None-" })
        {
            yield return new PlainPattern("openai-key", prefix, CharSet.Base64Url, 20, Any, mixed: true);
        }

        yield return new PlainPattern("openai-key", "sk-", CharSet.Alphanumeric, 48, 48, mixed: true);
        yield return new PlainPattern("openrouter-key", "sk-or-v1-", CharSet.LowerHex, 64, 64);
        yield return new PlainPattern("sk-key", "sk-", CharSet.Alphanumeric, 20, Any, digit: true);
        yield return new PlainPattern("huggingface-token", "hf_", CharSet.Alphanumeric, 34, 40);
        yield return new PlainPattern("huggingface-token", "api_org_", CharSet.Alphanumeric, 34, 40);
        yield return new PlainPattern("groq-key", "gsk_", CharSet.Alphanumeric, 48, 64);
        yield return new PlainPattern("xai-key", "xai-", CharSet.Base64Url, 70, 120);
        yield return new PlainPattern("perplexity-key", "pplx-", CharSet.Alphanumeric, 40, 64);
        yield return new PlainPattern("replicate-token", "r8_", CharSet.Base64Url, 37, 37, mixed: true);
        yield return new PlainPattern("langsmith-key", "lsv2_pt_", CharSet.Hex + "_", 43, 43);
        yield return new PlainPattern("langsmith-key", "lsv2_sk_", CharSet.Hex + "_", 43, 43);
        yield return new PlainPattern("langfuse-key", "sk-lf-", CharSet.LowerHex + "-", 36, 36);
        yield return new PlainPattern("cerebras-key", "csk-", CharSet.Alphanumeric, 48, 48);
        yield return new PlainPattern("together-key", "tgp_v1_", CharSet.Base64Url, 43, 43);
        yield return new PlainPattern("nvidia-key", "nvapi-", CharSet.Base64Url, 60, 70, mixed: true);
        yield return new PlainPattern("pinecone-key", "pcsk_", CharSet.Alphanumeric + "_", 69, 70);
        yield return new PlainPattern("elevenlabs-key", "sk_", CharSet.LowerHex, 48, 48);
        yield return new PlainPattern("wandb-key", "wandb_v1_", CharSet.Alphanumeric + "_", 77, 77);
        yield return new PlainPattern("apify-token", "apify_api_", CharSet.Alphanumeric, 34, 38);
    }

    private static IEnumerable<SecretPattern> Code()
    {
        foreach (var prefix in new[] { "ghp_", "gho_", "ghu_", "ghs_", "ghr_" })
        {
            yield return new PlainPattern("github-token", prefix, CharSet.Alphanumeric, 36, Any);
        }

        // Tokens of GitHub apps may also be an id and a JWT.
        foreach (var prefix in new[] { "ghs_", "ghu_" })
        {
            yield return new PlainPattern("github-token", prefix, CharSet.Dotted, 36, Any, digit: true);
        }

        yield return new PlainPattern("github-token", "github_pat_", CharSet.Alphanumeric + "_", 36, Any);
        foreach (var prefix in new[] { "glpat-", "gldt-", "glrt-", "glptt-", "glcbt-", "glsoat-", "glimt-", "glagent-", "gloas-", "glft-", "glffct-" })
        {
            yield return new PlainPattern("gitlab-token", prefix, CharSet.Dotted, 20, Any, mixed: true);
        }

        yield return new PlainPattern("gitlab-token", "GR1348941", CharSet.Base64Url, 20, 20);
        yield return new PlainPattern("docker-token", "dckr_pat_", CharSet.Base64Url, 27, 36);
        yield return new PlainPattern("docker-token", "dckr_oat_", CharSet.Base64Url, 27, 36);
        yield return new PlainPattern("vault-token", "hvs.", CharSet.Base64Url, 24, Any, digit: true);
        yield return new PlainPattern("vault-token", "hvb.", CharSet.Base64Url, 24, Any, digit: true);
        yield return new PlainPattern("vault-token", "hvr.", CharSet.Base64Url, 24, Any, digit: true);
        yield return new PlainPattern("age-secret-key", "AGE-SECRET-KEY-1", CharSet.Digits + "QPZRYXGF2TVDW0S3JN54KHCE6MUA7L", 58, 58);
        yield return new InfixPattern("terraform-token", ".atlasv1.", CharSet.Alphanumeric, 14, 14, CharSet.Base64Url + "=", 60, 70);
        yield return new PlainPattern("openshift-token", "sha256~", CharSet.Base64Url, 43, 43);
        yield return new PlainPattern("sourcegraph-token", "sgp_", CharSet.Alphanumeric + "_", 40, 64, mixed: true);
        yield return new PemPattern();
    }

    private static IEnumerable<SecretPattern> Packages()
    {
        yield return new PlainPattern("npm-token", "npm_", CharSet.Alphanumeric, 36, 36);
        yield return new PlainPattern("pypi-token", "pypi-AgE", CharSet.Base64Url, 50, Any);
        yield return new PlainPattern("nuget-key", "oy2", CharSet.LowerBase32, 43, 43, digit: true);
        yield return new PlainPattern("rubygems-key", "rubygems_", CharSet.LowerHex, 48, 48);
        yield return new PlainPattern("crates-token", "cio", CharSet.Alphanumeric, 32, 32, mixed: true);
    }

    private static IEnumerable<SecretPattern> Services()
    {
        foreach (var prefix in new[] { "xoxa-", "xoxb-", "xoxe-", "xoxo-", "xoxp-", "xoxr-", "xoxs-", "xapp-", "xoxe.xoxp-", "xoxe.xoxb-" })
        {
            yield return new PlainPattern("slack-token", prefix, CharSet.Alphanumeric + "-", 10, Any, mixed: true);
        }

        yield return new KeywordPattern("slack-webhook", "hooks.slack.com", CharSet.Of("/serviceworkflowstriggers"), CharSet.Alphanumeric + "/", 30, Any);
        foreach (var host in new[] { "discord.com", "discordapp.com" })
        {
            yield return new KeywordPattern("discord-webhook", host, CharSet.Of("/apiwebhooks"), CharSet.Base64Url + "/", 80, Any);
        }

        yield return new InfixPattern("telegram-token", ":AA", CharSet.Digits, 8, 10, CharSet.Base64Url, 33, 33);
        foreach (var prefix in new[] { "sk_live_", "sk_test_", "sk_prod_", "rk_live_", "rk_test_", "rk_prod_" })
        {
            yield return new PlainPattern("stripe-key", prefix, CharSet.Alphanumeric, 16, Any, mixed: true);
        }

        yield return new PlainPattern("stripe-webhook-secret", "whsec_", CharSet.Base64, 24, Any, mixed: true);
        yield return new PlainPattern("sendgrid-key", "SG.", CharSet.Dotted, 66, 66);
        foreach (var prefix in new[] { "shpat_", "shpca_", "shppa_", "shpss_" })
        {
            yield return new PlainPattern("shopify-token", prefix, CharSet.Hex, 32, 32);
        }

        yield return new PlainPattern("databricks-token", "dapi", CharSet.LowerHex, 32, 32);
        yield return new PlainPattern("linear-key", "lin_api_", CharSet.Alphanumeric, 40, 40);
        yield return new PlainPattern("notion-token", "ntn_", CharSet.Alphanumeric, 40, 50);
        yield return new PlainPattern("postman-key", "PMAK-", CharSet.LowerHex + "-", 59, 59);
        yield return new PlainPattern("grafana-token", "glsa_", CharSet.Alphanumeric + "_", 41, 41);
        yield return new PlainPattern("grafana-token", "glc_", CharSet.Base64, 32, Any, mixed: true);
        yield return new PlainPattern("newrelic-key", "NRAK-", CharSet.Upper + "0123456789", 27, 27);
        yield return new PlainPattern("sentry-token", "sntryu_", CharSet.LowerHex, 64, 64);
        yield return new PlainPattern("sentry-token", "sntrys_", CharSet.Base64 + "_", 60, Any);
        yield return new PlainPattern("pulumi-token", "pul-", CharSet.LowerHex, 40, 40);
        yield return new PlainPattern("supabase-token", "sbp_", CharSet.LowerHex, 40, 40);
        yield return new PlainPattern("supabase-token", "sb_secret_", CharSet.Base64Url, 31, 31);
        yield return new PlainPattern("atlassian-token", "ATATT3", CharSet.Base64Url + "=", 100, Any);
        yield return new PlainPattern("atlassian-token", "ATCTT3", CharSet.Base64Url + "=", 100, Any);
        yield return new PlainPattern("atlassian-token", "ATBB", CharSet.Base64Url + "=", 24, 40, mixed: true);
        yield return new PlainPattern("contentful-token", "CFPAT-", CharSet.Base64Url, 43, 43);
        yield return new PlainPattern("figma-token", "figd_", CharSet.Base64Url, 38, 42, mixed: true);
        yield return new PlainPattern("posthog-key", "phx_", CharSet.Base64Url, 41, 49);
    }

    private static IEnumerable<SecretPattern> Web()
    {
        foreach (var prefix in new[] { "eyJ", "eyAi", "ewog", "ewoJ", "ew0K" })
        {
            yield return new JwtPattern(prefix);
        }

        foreach (var word in new[] { "Bearer ", "bearer ", "BEARER " })
        {
            yield return new KeywordPattern("bearer-token", word, KeywordPattern.Nothing, CharSet.Token68, 16, Any);
        }

        foreach (var word in new[] { "Authorization", "authorization", "AUTHORIZATION", "x-api-key", "X-Api-Key", "X-API-Key", "x-goog-api-key", "Ocp-Apim-Subscription-Key" })
        {
            yield return new KeywordPattern("authorization", word, KeywordPattern.Assignment, CharSet.Token68, 16, Any);
        }

        foreach (var word in new[] { "Basic ", "basic ", "BASIC " })
        {
            yield return new BasicPattern("basic-credentials", word);
        }
    }
}
