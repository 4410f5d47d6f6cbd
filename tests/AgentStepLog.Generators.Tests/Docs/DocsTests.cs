using AgentStepLog.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Description = AgentStepLog.Generators.Parsing.Docs;

namespace AgentStepLog.Generators.Tests.Docs;

/// <summary>Every case in each documentation mode: what a model is told must not depend on <c>GenerateDocumentationFile</c>.</summary>
public sealed class DocsTests
{
    public static TheoryData<DocumentationMode> Modes =>
        new(DocumentationMode.None, DocumentationMode.Parse, DocumentationMode.Diagnose);

    [Theory, MemberData(nameof(Modes))]
    public void Summary_parameters_and_returns_of_a_method_are_read(DocumentationMode mode)
    {
        var code = DocsSource.Compile("""
            class C
            {
                /// <summary>Says   hello
                ///    to someone.</summary>
                /// <param name="who">Whom to greet.</param>
                /// <param name="times">How often, 1 to 9.</param>
                /// <returns>One line.</returns>
                public string M(string who, int times) => who;
            }
            """, mode);

        Assert.Equal("Says hello to someone.", code.Summary("C.M"));
        Assert.Equal("Whom to greet.", code.Parameter("C.M", "who"));
        Assert.Equal("How often, 1 to 9.", code.Parameter("C.M", "times"));
        Assert.Equal("One line.", Description.OfReturn(code.Method("C.M"), TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(Modes))]
    public void Elements_are_flattened_to_what_a_reader_would_see(DocumentationMode mode)
    {
        var code = DocsSource.Compile("""
            class C
            {
                /// <summary>
                /// Uses <c>grep</c> on <paramref name="path"/>, see <see cref="System.Collections.Generic.List{T}"/>,
                /// <see cref="Other.M(int)">that one</see>, <see langword="null"/>, <see href="https://example.org/x"/>,
                /// <typeparamref name="T"/>, <b>bold</b> &lt;tag&gt; &amp; &#65; <!-- nothing -->.
                /// <para>Second paragraph.</para>
                /// <list type="bullet"><item>one</item><item><term>two</term><description>is more</description></item></list>
                /// <list type="number"><item><description>first</description></item><item>second</item></list>
                /// <code>
                ///   a = 1;
                ///   b = 2;
                /// </code>
                /// <![CDATA[raw <x>]]>
                /// </summary>
                public void M<T>(string path) { }
            }
            """, mode);

        Assert.Equal(
            """
            Uses grep on path, see List, that one, null, https://example.org/x, T, bold <tag> & A .
            Second paragraph.
            - one
            - two: is more
            1. first
            2. second
            a = 1;
            b = 2;
            raw <x>
            """.ReplaceLineEndings("\n"),
            code.Summary("C.M"));
    }

    [Theory, MemberData(nameof(Modes))]
    public void Delimited_comments_and_carriage_returns_are_read_alike(DocumentationMode mode)
    {
        var code = DocsSource.Compile("""
            class C
            {
                /**
                 * <summary>
                 * Two
                 * lines.
                 * </summary>
                 * <param name="a">The a.</param>
                 */
                [System.Obsolete]
                public void M(int a) { }
            }
            """.ReplaceLineEndings("\r\n"), mode);

        Assert.Equal("Two lines.", code.Summary("C.M"));
        Assert.Equal("The a.", code.Parameter("C.M", "a"));
    }

    [Theory, MemberData(nameof(Modes))]
    public void Directives_and_ordinary_comments_in_between_do_no_harm(DocumentationMode mode)
    {
        var code = DocsSource.Compile("""
            class C
            {
                // ordinary <summary>no</summary>
                //// <summary>four slashes</summary>
            #if NEVER
                /// <summary>switched off</summary>
            #endif
                #region tools
                /// <summary>Right.</summary>
                public void M() { }
                #endregion
            }
            """, mode);

        Assert.Equal("Right.", code.Summary("C.M"));
    }

    [Theory, MemberData(nameof(Modes))]
    public void A_broken_tag_loses_no_other_piece(DocumentationMode mode)
    {
        var code = DocsSource.Compile("""
            class C
            {
                /// <summary>If a < b & c.</summary>
                /// <param name="a">Fine.</param>
                public void M(int a) { }
            }
            """, mode);

        Assert.Equal("Fine.", code.Parameter("C.M", "a"));
        Assert.StartsWith("If a", code.Summary("C.M"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Modes))]
    public void An_attribute_wins_over_the_comment(DocumentationMode mode)
    {
        var code = DocsSource.Compile("""
            using System.ComponentModel;
            class C
            {
                /// <summary>xml</summary>
                /// <param name="a">xml a</param>
                /// <param name="b">xml b</param>
                /// <returns>xml returns</returns>
                [Description("attribute")]
                [return: Description("attribute returns")]
                public int M([Description("attribute a")] int a, [Description(" ")] int b) => a;

                /// <summary>xml</summary>
                [AgentStepLog.AgentTool(Description = "tool attribute"), Description("attribute")]
                public void Tool() { }
            }
            """, mode);

        Assert.Equal("attribute", code.Summary("C.M"));
        Assert.Equal("attribute a", code.Parameter("C.M", "a"));
        Assert.Equal("xml b", code.Parameter("C.M", "b"));
        Assert.Equal("attribute returns", Description.OfReturn(code.Method("C.M"), TestContext.Current.CancellationToken));
        Assert.Equal("tool attribute", code.Summary("C.Tool"));
    }

    [Theory, MemberData(nameof(Modes))]
    public void A_member_without_its_own_words_has_those_of_what_it_implements_or_overrides(DocumentationMode mode)
    {
        var code = DocsSource.Compile("""
            interface I
            {
                /// <summary>From the interface.</summary>
                /// <param name="first">First of the interface.</param>
                void M(int first);
            }
            abstract class B
            {
                /// <summary>From the base.</summary>
                public abstract void N();
                /// <summary>Base property.</summary>
                public virtual int P { get; set; }
            }
            class C : B, I
            {
                /// <inheritdoc/>
                public void M(int renamed) { }
                public override void N() { }
                public override int P { get; set; }
            }
            class E : I
            {
                /// <param name="x">Own.</param>
                void I.M(int x) { }
            }
            """, mode);

        Assert.Equal("From the interface.", code.Summary("C.M"));
        Assert.Equal("First of the interface.", code.Parameter("C.M", "renamed"));
        Assert.Equal("From the base.", code.Summary("C.N"));
        Assert.Equal("Base property.", code.Property("C.P"));
        Assert.Equal("From the interface.", code.Summary("E.I.M"));
        Assert.Equal("Own.", code.Parameter("E.I.M", "x"));
    }

    [Theory, MemberData(nameof(Modes))]
    public void Each_part_of_a_partial_method_may_say_its_piece(DocumentationMode mode)
    {
        var code = DocsSource.Compile("""
            partial class C
            {
                /// <summary>Declared.</summary>
                /// <param name="a">Declared a.</param>
                public partial int M(int a);
            }
            partial class C
            {
                /// <returns>Implemented.</returns>
                public partial int M(int a) => a;
            }
            """, mode);

        Assert.Equal("Declared.", code.Summary("C.M"));
        Assert.Equal("Declared a.", code.Parameter("C.M", "a"));
        Assert.Equal("Implemented.", Description.OfReturn(code.Method("C.M"), TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(Modes))]
    public void Properties_have_their_summary_or_the_param_of_their_record(DocumentationMode mode)
    {
        var code = DocsSource.Compile("""
            using System.ComponentModel;
            /// <summary>A place.</summary>
            /// <param name="Name">Its name.</param>
            /// <param name="Written">Written out.</param>
            record Place(string Name, [Description("by attribute")] int Height, [property: Description("on the property")] int Depth, int Written)
            {
                /// <summary>Its owner.</summary>
                public string? Owner { get; init; }
                public int Written { get; } = Written;
                public int Nothing { get; set; }
            }
            """, mode);

        Assert.Equal("Its name.", code.Property("Place.Name"));
        Assert.Equal("by attribute", code.Property("Place.Height"));
        Assert.Equal("on the property", code.Property("Place.Depth"));
        Assert.Equal("Its owner.", code.Property("Place.Owner"));
        Assert.Equal("Written out.", code.Property("Place.Written"));
        Assert.Null(code.Property("Place.Nothing"));
        Assert.Equal("A place.", Description.Of(code.Type("Place"), TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(Modes))]
    public void Nothing_said_is_null(DocumentationMode mode)
    {
        var code = DocsSource.Compile("""
            class C
            {
                /// <summary>
                /// </summary>
                /// <param name="a"></param>
                /// <param name="other">No such parameter.</param>
                public int M(int a) => a;
            }
            """, mode);

        Assert.Null(code.Summary("C.M"));
        Assert.Null(code.Parameter("C.M", "a"));
        Assert.Null(Description.OfReturn(code.Method("C.M"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_xml_file_of_another_assembly_goes_through_the_same_parser()
    {
        var comment = DocCommentReader.FromXml("""
            <member name="M:Surf.Tools.Get(System.Int32)">
                <summary>
                Reads <see cref="T:System.Collections.Generic.List`1"/> &lt;x&gt;.
                </summary>
                <param name="a">See <see cref="M:Surf.Tools.Get(System.Int32)"/>.</param>
            </member>
            """);

        Assert.Equal("Reads List <x>.", comment.Summary);
        Assert.Equal("See Get.", comment.Parameter("a"));
    }
}
