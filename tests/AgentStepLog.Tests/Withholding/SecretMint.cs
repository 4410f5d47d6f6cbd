using System.Text;

namespace AgentStepLog.Tests.Withholding;

/// <summary>Makes secrets of every built-in shape, all different, the same ones in each run.</summary>
internal sealed class SecretMint(int seed)
{
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private const string Alphanumeric = Upper + Lower + Digits;
    private const string Base64 = Alphanumeric + "+/";
    private const string Base64Url = Alphanumeric + "-_";
    private const string LowerHex = Digits + "abcdef";

    private readonly Random _random = new(seed);

    /// <summary>Kind, what stands around the secret, and the secret: what must not be seen anywhere.</summary>
    internal IReadOnlyList<(string Kind, Func<(string Text, string Secret)> Make)> Shapes =>
    [
        Whole("aws-access-key", () => Pick("AKIA", "ASIA", "ABIA", "ACCA") + Of(Upper + "234567", 16)),
        After("aws-secret-key", "aws_secret_access_key = ", () => Of(Base64, 40)),
        After("aws-session-token", "AWS_SESSION_TOKEN=", () => Of(Base64, 200)),
        Whole("aws-bedrock-key", () => "ABSK" + Of(Base64, 128)),
        Whole("aws-bedrock-key", () => "bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t" + Of(Base64, 120)),
        Whole("google-api-key", () => "AIza" + Of(Base64Url, 35)),
        Whole("google-oauth-token", () => "ya29." + Of(Base64Url, 60)),
        Whole("google-oauth-secret", () => "GOCSPX-" + Of(Base64Url, 28)),
        After("azure-storage-key", "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=", () => Of(Base64, 86) + "=="),
        After("azure-access-key", "Endpoint=sb://a/;SharedAccessKey=", () => Of(Base64, 43) + "="),
        After("azure-sas", "https://a.blob.core.windows.net/c?sv=2024-11-04&sig=", () => Uri.EscapeDataString(Of(Base64, 43) + "=")),
        Whole("digitalocean-token", () => Pick("dop", "doo", "dor") + "_v1_" + Of(LowerHex, 64)),
        Whole("anthropic-key", () => "sk-ant-api03-" + Of(Base64Url, 93) + "AA"),
        Whole("openai-key", () => Pick("sk-proj-", "sk-svcacct-", "sk-admin-") + Of(Base64Url, 74) + "T3BlbkFJ" + Of(Base64Url, 74)),
        Whole("openai-key", () => "sk-" + Of(Alphanumeric, 20) + "T3BlbkFJ" + Of(Alphanumeric, 20)),
        Whole("openrouter-key", () => "sk-or-v1-" + Of(LowerHex, 64)),
        Whole("sk-key", () => "sk-" + Of(LowerHex, 32)),
        Whole("huggingface-token", () => "hf_" + Of(Alphanumeric, 34)),
        Whole("huggingface-token", () => "api_org_" + Of(Alphanumeric, 34)),
        Whole("groq-key", () => "gsk_" + Of(Alphanumeric, 52)),
        Whole("xai-key", () => "xai-" + Of(Alphanumeric + "_-", 80)),
        Whole("perplexity-key", () => "pplx-" + Of(Alphanumeric, 48)),
        Whole("replicate-token", () => "r8_" + Of(Base64Url, 36) + "7"),
        Whole("langsmith-key", () => Pick("lsv2_pt_", "lsv2_sk_") + Of(LowerHex, 32) + "_" + Of(LowerHex, 10)),
        Whole("github-token", () => Pick("ghp_", "gho_", "ghu_", "ghs_", "ghr_") + Of(Alphanumeric, 36)),
        Whole("github-token", () => "github_pat_" + Of(Alphanumeric, 22) + "_" + Of(Alphanumeric, 59)),
        Whole("github-token", () => $"ghs_{Of(Digits, 7)}_{Jwt()}"),
        Whole("gitlab-token", () => Pick("gloas-", "glft-", "glffct-") + Of(Base64Url, 64)),
        Whole("gitlab-token", () => Pick("glpat-", "glrt-", "gldt-") + Of(Base64Url, 20)),
        Whole("docker-token", () => "dckr_pat_" + Of(Base64Url, 27)),
        Whole("vault-token", () => Pick("hvs.", "hvb.", "hvr.") + Of(Base64Url, 90) + "7"),
        Whole("age-secret-key", () => "AGE-SECRET-KEY-1" + Of("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", 58)),
        Whole("npm-token", () => "npm_" + Of(Alphanumeric, 36)),
        Whole("pypi-token", () => "pypi-AgEIcHlwaS5vcmc" + Of(Base64Url, 130)),
        Whole("nuget-key", () => "oy2" + Of(Lower + "234567", 42) + "4"),
        Whole("rubygems-key", () => "rubygems_" + Of(LowerHex, 48)),
        Whole("crates-token", () => "cio" + Of(Alphanumeric, 32)),
        Whole("slack-token", () => Pick("xoxb-", "xoxp-", "xoxa-", "xoxs-", "xoxr-") + Of(Digits, 12) + "-" + Of(Digits, 12) + "-" + Of(Alphanumeric, 24)),
        After("slack-webhook", "https://hooks.slack.com/services/", () => $"T{Of(Upper + Digits, 8)}/B{Of(Upper + Digits, 8)}/4{Of(Alphanumeric, 23)}"),
        After("slack-webhook", "https://hooks.slack.com/workflows/", () => $"T{Of(Upper + Digits, 8)}/A{Of(Upper + Digits, 8)}/4{Of(Alphanumeric, 23)}"),
        Whole("stripe-key", () => Pick("sk_live_", "sk_test_", "rk_live_") + Of(Alphanumeric, 24)),
        Whole("stripe-webhook-secret", () => "whsec_" + Of(Alphanumeric, 32)),
        Whole("sendgrid-key", () => "SG." + Of(Base64Url, 22) + "." + Of(Base64Url, 43)),
        Whole("shopify-token", () => Pick("shpat_", "shpss_") + Of(LowerHex, 32)),
        Whole("databricks-token", () => "dapi" + Of(LowerHex, 32)),
        Whole("linear-key", () => "lin_api_" + Of(Alphanumeric, 40)),
        Whole("notion-token", () => "ntn_" + Of(Alphanumeric, 46)),
        Whole("postman-key", () => "PMAK-" + Of(LowerHex, 24) + "-" + Of(LowerHex, 34)),
        Whole("grafana-token", () => "glsa_" + Of(Alphanumeric, 32) + "_" + Of(LowerHex, 8)),
        Whole("grafana-token", () => "glc_" + Of(Base64, 90)),
        Whole("newrelic-key", () => "NRAK-" + Of(Upper + Digits, 27)),
        Whole("sentry-token", () => "sntryu_" + Of(LowerHex, 64)),
        Whole("sentry-token", () => "sntrys_eyJpYXQiO" + Of(Alphanumeric, 90) + "=_" + Of(Base64, 43)),
        Whole("pulumi-token", () => "pul-" + Of(LowerHex, 40)),
        Whole("supabase-token", () => "sbp_" + Of(LowerHex, 40)),
        Whole("atlassian-token", () => "ATATT3" + Of(Base64Url, 180)),
        Whole("azure-annotated-key", () => $"{Of(Alphanumeric, 52)}JQQJ99{Of(Alphanumeric, 1)}D{Of(Alphanumeric, 24)}"),
        Whole("azure-client-secret", () => $"{Of(Alphanumeric, 3)}{Pick("7Q~", "8Q~")}{Of(Base64Url + ".~", 33)}7"),
        Whole("cloudflare-token", () => Pick("cfut_", "cfat_") + Of(Alphanumeric, 40) + Of(LowerHex, 8)),
        Whole("cloudflare-token", () => $"v1.0-{Of(LowerHex, 24)}-{Of(LowerHex, 146)}"),
        Whole("heroku-key", () => "HRKU-AA" + Of(Base64Url, 58)),
        Whole("tailscale-key", () => $"tskey-{Pick("auth", "api")}-{Of(Alphanumeric, 17)}-{Of(Alphanumeric, 31)}7"),
        Whole("langfuse-key", () => $"sk-lf-{Of(LowerHex, 8)}-{Of(LowerHex, 4)}-{Of(LowerHex, 4)}-{Of(LowerHex, 4)}-{Of(LowerHex, 12)}"),
        Whole("cerebras-key", () => "csk-" + Of(Lower + Digits, 48)),
        Whole("together-key", () => "tgp_v1_" + Of(Base64Url, 43)),
        Whole("nvidia-key", () => "nvapi-" + Of(Base64Url, 63) + "7"),
        Whole("pinecone-key", () => $"pcsk_{Of(Alphanumeric, 5)}_{Of(Alphanumeric, 63)}"),
        Whole("elevenlabs-key", () => "sk_" + Of(LowerHex, 48)),
        Whole("wandb-key", () => "wandb_v1_" + Of(Alphanumeric + "_", 77)),
        Whole("apify-token", () => "apify_api_" + Of(Alphanumeric, 36)),
        Whole("gitlab-token", () => "GR1348941" + Of(Base64Url, 20)),
        Whole("terraform-token", () => $"{Of(Alphanumeric, 14)}.atlasv1.{Of(Alphanumeric, 67)}"),
        Whole("openshift-token", () => "sha256~" + Of(Base64Url, 43)),
        Whole("sourcegraph-token", () => $"sgp_{Of(LowerHex, 16)}_{Of(LowerHex, 39)}7"),
        After("discord-webhook", "https://discord.com/api/webhooks/", () => $"{Of(Digits, 18)}/{Of(Base64Url, 68)}"),
        Whole("telegram-token", () => $"{Of("123456789", 10)}:AA{Of(Base64Url, 33)}"),
        Whole("supabase-token", () => "sb_secret_" + Of(Base64Url, 31)),
        Whole("atlassian-token", () => "ATCTT3xFfG" + Of(Base64Url, 180) + "=" + Of(Upper, 8)),
        Whole("atlassian-token", () => "ATBB" + Of(Alphanumeric, 31) + "7"),
        Whole("contentful-token", () => "CFPAT-" + Of(Base64Url, 43)),
        Whole("figma-token", () => "figd_" + Of(Base64Url, 39) + "7"),
        Whole("posthog-key", () => "phx_" + Of(Alphanumeric, 47)),
        Whole("jwt", Jwt),
        After("bearer-token", "Authorization: Bearer ", () => Of(Base64Url, 40) + "7"),
        After("authorization", "x-api-key: ", () => Of(LowerHex, 31) + "7"),
        After("basic-credentials", "Authorization: Basic ", () => Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{Of(Alphanumeric, 20)}"))),
        Whole("private-key", () => Pem("\n")),
    ];

    internal string Jwt() => $"{Url("""{"alg":"HS256","typ":"JWT"}""")}.{Url($$"""{"sub":"{{Of(Alphanumeric, 16)}}"}""")}.{Of(Base64Url, 43)}";

    internal string Pem(string lineEnd)
    {
        var lines = Enumerable.Range(0, 6).Select(_ => Of(Base64, 64)).Append(Of(Base64, 18) + "==");
        return string.Join(lineEnd, ["-----BEGIN PRIVATE KEY-----", .. lines, "-----END PRIVATE KEY-----"]);
    }

    internal string Of(string alphabet, int length) => string.Create(length, (alphabet, _random), static (text, from) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = from.alphabet[from._random.Next(from.alphabet.Length)];
        }
    });

    private string Pick(params string[] prefixes) => prefixes[_random.Next(prefixes.Length)];

    private static (string, Func<(string, string)>) Whole(string kind, Func<string> make) => (kind, () => make() is var secret ? (secret, secret) : default);

    private static (string, Func<(string, string)>) After(string kind, string before, Func<string> make) =>
        (kind, () => make() is var secret ? (before + secret, secret) : default);

    private static string Url(string json) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
