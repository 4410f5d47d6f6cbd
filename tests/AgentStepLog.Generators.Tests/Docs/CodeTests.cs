using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Description = AgentStepLog.Generators.Parsing.Docs;

namespace AgentStepLog.Generators.Tests.Docs;

/// <summary>Code in comments keeps the white space that means something, and what a tool's comment says behind its summary is told too.</summary>
public sealed class CodeTests
{
    private const string Yaml = "YAML like\njobs:\n  - name: a\n    needs:\n      - b\n\n  - name: c\nand so on.";

    public static TheoryData<DocumentationMode, bool> Modes => new()
    {
        { DocumentationMode.None, false }, { DocumentationMode.None, true }, { DocumentationMode.Parse, false }, { DocumentationMode.Parse, true },
        { DocumentationMode.Diagnose, false }, { DocumentationMode.Diagnose, true },
    };

    public static TheoryData<string, string> Forms => new()
    {
        {
            "lines of their own",
            """
            /// <summary>YAML like
            /// <code>
            /// jobs:
            ///   - name: a
            ///     needs:
            ///       - b
            ///
            ///   - name: c
            /// </code>
            /// and so on.</summary>
            """
        },
        {
            "indented as a whole",
            """
            /// <summary>
            ///   YAML like
            ///   <code>
            ///       jobs:
            ///         - name: a
            ///           needs:
            ///             - b
            ///
            ///         - name: c
            ///   </code>
            ///   and so on.
            /// </summary>
            """
        },
        {
            "beginning behind the tag",
            """
            /// <summary>YAML like <code>jobs:
            ///   - name: a
            ///     needs:
            ///       - b
            /// 
            ///   - name: c</code> and so on.</summary>
            """
        },
        {
            "CDATA",
            """
            /// <summary>YAML like
            /// <code><![CDATA[
            /// jobs:
            ///   - name: a
            ///     needs:
            ///       - b
            ///
            ///   - name: c
            /// ]]></code>
            /// and so on.</summary>
            """
        },
        {
            "a delimited comment with stars",
            """
            /**
             * <summary>YAML like
             * <code>
             * jobs:
             *   - name: a
             *     needs:
             *       - b
             *
             *   - name: c
             * </code>
             * and so on.</summary>
             */
            """
        },
        {
            "a delimited comment without stars",
            """
            /**
            <summary>YAML like
              <code>
                jobs:
                  - name: a
                    needs:
                      - b

                  - name: c
              </code>
            and so on.</summary>
            */
            """
        },
        {
            "no space behind the slashes",
            """
            ///<summary>YAML like
            ///<code>
            ///jobs:
            ///  - name: a
            ///    needs:
            ///      - b
            ///
            ///  - name: c
            ///</code>
            ///and so on.</summary>
            """
        },
        {
            "code within code",
            """
            /// <summary>YAML like
            /// <code><code>
            /// jobs:
            ///   - name: a
            ///     <c>needs</c>:
            ///       - <see langword="b"/>
            ///
            ///   - name: <see cref="string">c</see>
            /// </code></code>
            /// and so on.</summary>
            """
        },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Only_the_common_indentation_of_code_goes(string form, string comment)
    {
        foreach (var (mode, isCrLf) in Modes.Select(static row => row.Data))
        {
            var source = $"class C\n{{\n{comment}\npublic string M() => \"\";\n}}".ReplaceLineEndings(isCrLf ? "\r\n" : "\n");

            Assert.Equal((form, mode, isCrLf, Yaml), (form, mode, isCrLf, DocsSource.Compile(source, mode).Summary("C.M")));
        }
    }

    [Theory]
    [InlineData("/// <code>\n/// all:\n/// \tcc a.c\n/// \t\techo\n/// </code>", "all:\n\tcc a.c\n\t\techo")]
    [InlineData("///\t<code>\n///\tall:\n///\t\tcc a.c\n///\t</code>", "all:\n\tcc a.c")]
    [InlineData("/// <code>\n/// a\n///\tb\n/// </code>", " a\n\tb")]
    [InlineData("/// <pre>\n///   a\n///     b  \n/// </pre>", "a\n  b")]
    [InlineData("/// <code>  a  +  b  </code>", "a  +  b")]
    [InlineData("/// <code>\n/// </code>nothing", "nothing")]
    [InlineData("/// x <code></code> y", "x\ny")]
    [InlineData("/// <c>a   b</c>\n///    <c>c</c>", "a b c")]
    [InlineData("/// <code>\n/// if a &lt; b &amp;&amp; c:\n///   d\n/// </code>", "if a < b && c:\n  d")]
    [InlineData("/// <code>\n/// <config>\n///   <add key=\"a\"\n///        value=\"b\"/>\n///   <!-- c -->\n/// </config>\n/// </code>", "<config>\n  <add key=\"a\"\n       value=\"b\"/>\n  <!-- c -->\n</config>")]
    public void White_space_in_code_is_kept_as_it_is_written(string summary, string expected)
    {
        foreach (var mode in new[] { DocumentationMode.None, DocumentationMode.Parse, DocumentationMode.Diagnose })
        {
            var code = DocsSource.Compile($"class C\n{{\n/// <summary>\n{summary}\n/// </summary>\npublic void M() {{ }}\n}}", mode);

            Assert.Equal(expected, code.Summary("C.M"));
        }
    }

    [Fact]
    public void Parameters_results_and_comments_of_other_assemblies_keep_it_too()
    {
        var comment = DocCommentReader.FromXml("""
            <member name="M:Surf.Tools.Get(System.Int32)">
                        <summary>Says</summary>
                        <param name="a">Code
                        <code>
                        if x:
                            y
                        </code></param>
                        <returns><code>a:
                          b</code></returns>
                        <remarks>More.</remarks>
                        <example><code>
                          f(1)
                        </code></example>
            </member>
            """);

        Assert.Equal(("Code\nif x:\n    y", "a:\n  b", "More.", "f(1)"), (comment.Parameter("a"), comment.Returns, comment.Remarks, comment.Example));
    }

    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    [InlineData(DocumentationMode.Diagnose)]
    public void A_tool_is_told_its_remarks_and_examples_behind_its_summary(DocumentationMode mode)
    {
        var code = DocsSource.Compile($$"""
            abstract class B
            {
                /// <summary>Of the base.</summary>
                /// <remarks>Remarks of the base.</remarks>
                public abstract void Inherits();
            }
            partial class C : B
            {
                /// <example>
                /// <code>
                /// Run("a:
                ///   b")
                /// </code>
                /// </example>
                /// <remarks>
                /// At most <c>10</c> lines.
                /// <para>Slow.</para>
                /// </remarks>
                /// <summary>Runs.</summary>
                /// <example>Run("c")</example>
                public void Runs() { }

                /// <summary>Runs.</summary>
                /// <example>Run("c")</example>
                public void One() { }

                /// <inheritdoc/>
                /// <example>Own.</example>
                public override void Inherits() { }

                /// <remarks>Without a summary, nothing is said.</remarks>
                public void Silent() { }

                /// <summary>Told.</summary>
                /// <remarks>For developers.</remarks>
                [System.ComponentModel.Description("By attribute.")]
                public void Given() { }

                /// <summary>Told.</summary>
                /// <remarks>Of one part.</remarks>
                public partial void Parted();

                /// <example>Of the other.</example>
                public partial void Parted() { }

                /// <summary>Short.</summary>
                /// <remarks>{{new string('r', 1018)}}</remarks>
                /// <example>Fits.</example>
                public void Long() { }

                /// <summary>Short.</summary>
                /// <remarks>{{new string('r', 1024 - 7)}}</remarks>
                public void Longest() { }

                /// <summary>{{new string('s', 2000)}}</summary>
                /// <remarks>More.</remarks>
                public void LongSummary() { }
            }
            """, mode);

        string? Told(string method) => Description.OfTool(code.Method("C." + method), TestContext.Current.CancellationToken);
        Assert.Equal("Runs.\nAt most 10 lines.\nSlow.\nExample:\nRun(\"a:\n  b\")\nRun(\"c\")", Told("Runs"));
        Assert.Equal("Runs.\nExample: Run(\"c\")", Told("One"));
        Assert.Equal("Of the base.\nRemarks of the base.\nExample: Own.", Told("Inherits"));
        Assert.Null(Told("Silent"));
        Assert.Equal("By attribute.", Told("Given"));
        Assert.Equal("Told.\nOf one part.\nExample: Of the other.", Told("Parted"));
        Assert.Equal("Short.\nExample: Fits.", Told("Long"));
        Assert.Equal(1024, Told("Longest")!.Length);
        Assert.Equal(new string('s', 2000), Told("LongSummary"));
    }
}
