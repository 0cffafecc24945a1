# Homebrew formula. `npm run packaging` fills in the address and the checksum of a release.
class Ibid < Formula
  desc "Reader of essays for the terminal, with each footnote where it is cited"
  homepage "{{homepage}}"
  url "{{url}}"
  sha256 "{{sha256}}"
  license "MIT"

  depends_on "node"

  def install
    system "npm", "install", *std_npm_args
    bin.install_symlink libexec.glob("bin/*")
    man1.install_symlink libexec/"lib/node_modules/ibid/dist/ibid.1"
    generate_completions_from_executable(bin/"ibid", "completion", shells: [:bash, :zsh, :fish])
  end

  test do
    (testpath/"essay.md").write "A claim.[^1]\n\n[^1]: A source.\n"
    assert_match "A source.", shell_output("#{bin}/ibid show essay.md")
  end
end
