# For sourcing: a line for each check, and failed=1 once one has failed.
failed=0

report() # NAME WHY: empty if all is well
{
	if [[ -z $2 ]]; then
		echo "ok $1"
	else
		echo "FAIL $1: ${2//$'\n'/; }"
		failed=1
	fi
}
