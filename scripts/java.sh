# Finds a JDK 25 or newer and puts it first: sourced by ./run, ./test and bench/.
major() { "$1/bin/javac" -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p'; }
found=""
for home in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /none/none/none)")")")" \
    /usr/lib/jvm/*25* /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/current /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  [ -x "$home/bin/javac" ] || continue
  version=$(major "$home")
  if [ "${version:-0}" -ge 25 ]; then found=$home; break; fi
done
if [ -z "$found" ]; then
  echo "Cần JDK 25 trở lên: hãy cài đặt rồi đặt biến JAVA_HOME." >&2
  echo "A JDK 25 or newer is needed: install one and point JAVA_HOME at it." >&2
  exit 69
fi
export JAVA_HOME=$found PATH="$found/bin:$PATH"
command -v mvn >/dev/null || { echo "Cần Maven (lệnh mvn) trên PATH. · Maven (mvn) is needed on the PATH." >&2; exit 69; }
# Maven's own libraries still use what newer JDKs warn about.
export MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
# names of files and words on the console are UTF-8, whatever the machine speaks
if locale -a 2>/dev/null | grep -qix 'c\.utf-\?8'; then export LC_ALL=C.UTF-8; fi
